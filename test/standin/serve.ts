import type { CdpValue } from './cdp.ts';
import { log } from './registry.ts';
import type { Session } from './session.ts';

/** How an intercepted request goes on. */
interface Answer {
  readonly method: 'Fetch.fulfillRequest' | 'Fetch.failRequest';
  readonly params: object;
}

function refuse(errorReason: string): Answer {
  return { method: 'Fetch.failRequest', params: { errorReason } };
}

/** Asks the application for what the page wants; what it has no handler for is refused. */
export async function serve(session: Session, url: string, { request, resourceType }: CdpValue): Promise<Answer> {
  if (await session.webRequest.isRefused({ url, method: request.method, resourceType }))
    return refuse('BlockedByClient');
  const handler = session.protocol.handlers.get(new URL(url).protocol.slice(0, -1));
  if (handler === undefined) return refuse('InternetDisconnected');
  try {
    const response = await handler(
      new Request(url, { method: request.method, headers: allowedHeaders(request.headers) }),
    );
    // Chromium asks for an icon, Electron does not.
    if (response.status === 404 && new URL(url).pathname === '/favicon.ico') {
      return { method: 'Fetch.fulfillRequest', params: { responseCode: 204 } };
    }
    const body = Buffer.from(await response.arrayBuffer()).toString('base64');
    const responseHeaders = [...response.headers].map(([name, value]) => ({ name, value }));
    return { method: 'Fetch.fulfillRequest', params: { responseCode: response.status, responseHeaders, body } };
  } catch (error) {
    log('protocol.handle threw', error);
    return refuse('Failed');
  }
}

function allowedHeaders(given: Readonly<Record<string, string>>): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(given)) {
    try {
      headers.set(name, value);
    } catch {
      // A name that `Headers` refuses is one that a handler never sees in Electron either.
    }
  }
  return headers;
}
