import { parseSync } from 'vite';
import type { SourceFile } from './layers.ts';

/*
 * What the source may not do, looked up in its syntax tree: another place that opens windows, a second way to the other process,
 * a string that becomes markup or code, and anything that could reach the network. An exemption names its one file.
 */

export interface Finding {
  readonly rule: Rule;
  readonly file: string;
  /** The name or value that was met. */
  readonly what: string;
}

type Rule =
  | 'windows'
  | 'ipc'
  | 'markup'
  | 'code'
  | 'network'
  | 'processes'
  | 'links'
  | 'safety'
  | 'keys'
  | 'remote'
  | 'unreadable';

/** Names that no file may use, whether called, read or destructured, and the one file that may. */
const names: Readonly<Partial<Record<Rule, Readonly<Record<string, string | undefined>>>>> = {
  windows: {
    BrowserWindow: 'electron/windows/main-window.ts',
    BaseWindow: undefined,
    BrowserView: undefined,
    WebContentsView: undefined,
  },
  ipc: {
    ipcMain: 'electron/ipc.ts',
    ipcRenderer: 'electron/preload.ts',
    contextBridge: 'electron/preload.ts',
    MessageChannelMain: undefined,
  },
  markup: {
    innerHTML: undefined,
    outerHTML: undefined,
    insertAdjacentHTML: undefined,
    setHTMLUnsafe: undefined,
    createContextualFragment: undefined,
    parseFromString: undefined,
    srcdoc: undefined,
    dangerouslySetInnerHTML: undefined,
    writeln: undefined,
  },
  code: {
    eval: undefined,
    Function: undefined,
    executeJavaScript: undefined,
    executeJavaScriptInIsolatedWorld: undefined,
    insertCSS: undefined,
    importScripts: undefined,
    // Ways to a module that the look at imports would not see.
    createRequire: 'electron/start.mjs',
    getBuiltinModule: undefined,
  },
  network: {
    fetch: undefined,
    XMLHttpRequest: undefined,
    EventSource: undefined,
    WebTransport: undefined,
    RTCPeerConnection: undefined,
    sendBeacon: undefined,
    WebSocket: 'renderer/bridge.ts',
    autoUpdater: undefined,
    crashReporter: undefined,
  },
  links: { openExternal: 'electron/windows/links.ts' },
  // A draft opens by its password alone. The system's key store opens for every program of the person, and is lost with the machine: it
  // must never be the only key, so no key is put there at all.
  keys: { safeStorage: undefined },
  safety: {
    setAsDefaultProtocolClient: undefined,
    setCertificateVerifyProc: undefined,
    allowRunningInsecureContent: undefined,
    experimentalFeatures: undefined,
    enableBlinkFeatures: undefined,
    nodeIntegrationInWorker: undefined,
    nodeIntegrationInSubFrames: undefined,
    webview: undefined,
    appendSwitch: undefined,
    registerFileProtocol: undefined,
    loadFile: undefined,
  },
};

/** Each of those names with its rule. */
export const ruleOf: ReadonlyMap<string, { readonly rule: Rule; readonly only: string | undefined }> = new Map(
  Object.entries(names).flatMap(([rule, list]) =>
    Object.entries(list).map(([name, only]) => [name, { rule: rule as Rule, only }] as const),
  ),
);

/** Modules that reach other machines or programs, and the files that may have them. Types cost nothing and are free. */
export const modules: Readonly<Record<string, readonly [Rule, ...(readonly string[])]>> = {
  http: ['network', 'electron/web-host/server.ts'],
  https: ['network'],
  http2: ['network'],
  net: ['network'],
  tls: ['network'],
  dgram: ['network'],
  dns: ['network'],
  undici: ['network'],
  ws: ['network', 'electron/web-host/socket.ts'],
  child_process: ['processes', 'electron/web-host/browser.ts', 'electron/start.mjs'],
  cluster: ['processes'],
  vm: ['code'],
  repl: ['code'],
  inspector: ['code'],
};

/** What a module that may be used may be used for: to be asked, never to ask. */
const allowedImports: Readonly<Record<string, readonly string[]>> = { http: ['createServer'], ws: ['WebSocketServer'] };

/** Settings of a window that must never have this value. */
const settings: Readonly<Record<string, boolean>> = {
  nodeIntegration: true,
  contextIsolation: false,
  sandbox: false,
  webSecurity: false,
  webviewTag: true,
};

/** Names of formats, which look like addresses and are never opened; and the host itself. */
const notRemote =
  /^https?:\/\/(?:127\.0\.0\.1|\$|schemas\.|purl\.(?:oclc\.)?org\/|www\.w3\.org\/|docs\.oasis-open\.org\/|www\.iana\.org\/)/;

type Tree = { readonly type: string; readonly [key: string]: unknown };

/** Every trespass in TypeScript and JavaScript; a file that cannot be parsed is one. */
export function checkSource({ name: file, text }: SourceFile): readonly Finding[] {
  const { program, errors } = parseSync(file, text);
  if (errors.length > 0) return [{ rule: 'unreadable', file, what: errors[0]?.message ?? '' }];
  const findings: Finding[] = [];
  walk(program as unknown as Tree, (node) => {
    const found = trespassOf(node, file);
    if (found) findings.push({ ...found, file });
  });
  return findings;
}

function trespassOf(node: Tree, file: string): Omit<Finding, 'file'> | undefined {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration':
      return trespassOfImport(node, file);
    case 'ImportExpression':
      return textOf(node.source) === undefined ? { rule: 'code', what: 'import(…)' } : trespassOfImport(node, file);
    case 'Identifier':
    case 'JSXIdentifier':
      return trespassOfName(String(node.name), file);
    case 'Literal':
      return trespassOfText(String(node.value), file);
    case 'TemplateElement':
      return trespassOfText(String((node.value as { cooked?: string }).cooked), file);
    case 'MemberExpression':
      return node.computed ? trespassOfName(textOf(node.property) ?? '', file) : undefined;
    case 'Property':
      return trespassOfSetting(node);
    case 'CallExpression':
      return trespassOfCall(node);
    default:
      return undefined;
  }
}

function trespassOfName(name: string, file: string): Omit<Finding, 'file'> | undefined {
  const found = ruleOf.get(name);
  return found && found.only !== file ? { rule: found.rule, what: name } : undefined;
}

/** A name in quotes reaches the same thing: `window['fetch']`. Addresses are looked for too. */
function trespassOfText(text: string, file: string): Omit<Finding, 'file'> | undefined {
  if (/^(?:https?:)?\/\/[\w$[]/.test(text) && !notRemote.test(text)) return { rule: 'remote', what: text };
  if (/^(?:fetch|eval|Function|XMLHttpRequest|WebSocket|innerHTML|outerHTML|sendBeacon)$/.test(text)) {
    return trespassOfName(text, file);
  }
  return undefined;
}

function trespassOfImport(node: Tree, file: string): Omit<Finding, 'file'> | undefined {
  const isTypeOnly = node.importKind === 'type' || node.exportKind === 'type';
  const from = textOf(node.source);
  if (isTypeOnly || from === undefined) return undefined;
  const name = from.replace(/^node:/, '').replace(/\/.*$/, '');
  const [rule, ...allowed] = modules[name] ?? [];
  const specifiers = (node.specifiers ?? []) as readonly Tree[];
  const imported = specifiers
    .filter((specifier) => specifier.importKind !== 'type')
    .map((specifier) => String((specifier.imported as Tree | undefined)?.name ?? '*'));
  // Electron's own client would go past Node's modules.
  if (from === 'electron' && imported.some((one) => one === 'net' || one === '*'))
    return { rule: 'network', what: from };
  if (!rule) return undefined;
  const may = allowedImports[name];
  const isAllowed = allowed.includes(file) && (!may || imported.every((one) => may.includes(one)));
  return isAllowed ? undefined : { rule, what: from };
}

function trespassOfSetting({ key, value }: Tree): Omit<Finding, 'file'> | undefined {
  const name = String((key as Tree).name ?? (key as Tree).value);
  const forbidden = settings[name];
  return forbidden !== undefined && (value as Tree).value === forbidden
    ? { rule: 'safety', what: `${name}: ${forbidden}` }
    : undefined;
}

function trespassOfCall({ callee, arguments: given }: Tree): Omit<Finding, 'file'> | undefined {
  const called = callee as Tree;
  const [first] = given as readonly Tree[];
  const isTimer = called.type === 'Identifier' && /^set(?:Timeout|Interval)$/.test(String(called.name));
  if (isTimer && typeof first?.value === 'string') return { rule: 'code', what: String(called.name) };
  if (called.name === 'require') return { rule: 'code', what: `require(${textOf(first) ?? '…'})` };
  const path = [called.object, called.property].map((node) => (node as Tree | undefined)?.name).join('.');
  if (path === 'document.write') return { rule: 'markup', what: path };
  if (/^(?:window|globalThis|self)\.open$/.test(path)) return { rule: 'windows', what: path };
  const event = typeof first?.value === 'string' ? first.value : '';
  const isTrust = /^(?:certificate-error|select-client-certificate|login)$/.test(event);
  return isTrust ? { rule: 'safety', what: event } : undefined;
}

function textOf(node: unknown): string | undefined {
  const { value } = (node ?? {}) as { value?: unknown };
  return typeof value === 'string' ? value : undefined;
}

/** Types are not walked: a program does nothing with them. */
function walk(node: Tree, visit: (node: Tree) => void): void {
  if (node.type.startsWith('TS') && !/^TS(?:As|NonNull|Satisfies|Instantiation)/.test(node.type)) return;
  visit(node);
  if (node.importKind === 'type' || node.exportKind === 'type') return;
  for (const [key, child] of Object.entries(node)) {
    if (key === 'typeAnnotation' || key === 'typeArguments') continue;
    for (const one of Array.isArray(child) ? child : [child]) {
      if (typeof one === 'object' && one !== null && typeof (one as Tree).type === 'string') walk(one as Tree, visit);
    }
  }
}

/** Everything that a page or a style sheet would load from elsewhere, and whatever is inline in a page. */
export function checkPage({ name: file, text }: SourceFile): readonly Finding[] {
  const remote = [...text.matchAll(/(?:https?:)?\/\/[\w.-]+\.\w+[^\s"')]*/g)].map(([address]) => address);
  const foreign = remote.filter((address) => !notRemote.test(address));
  const inline = file.endsWith('.html')
    ? [...text.matchAll(/<script(?![^>]*\ssrc=)|<style|\son\w+\s*=|javascript:/gi)].map(([found]) => found)
    : [];
  return [
    ...foreign.map((what) => ({ rule: 'remote' as const, file, what })),
    ...inline.map((what) => ({ rule: 'code' as const, file, what })),
  ];
}
