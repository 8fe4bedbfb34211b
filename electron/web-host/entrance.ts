import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** Compares without telling by its duration how much was right. */
function isSame(given: string, wanted: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(wanted));
}

/** Who may come in: a token in the first address, exchanged once for a cookie that only this browser has. */
export interface Entrance {
  /** 256 bits, for the first address. */
  readonly token: string;
  /** Spends the token. `spent` when it was right but used before, which a stale bookmark or a second browser does. */
  exchange(given: string): 'welcome' | 'spent' | 'wrong';
  /** The `Set-Cookie` value that a welcome gives. */
  readonly cookie: string;
  /** Whether a request's `Cookie` header holds ours. */
  isKnown(header: string | undefined): boolean;
}

/** The cookie's name carries the port, because cookies are shared by all ports of a host. */
export function createEntrance(port: number): Entrance {
  const token = randomBytes(32).toString('base64url');
  const session = randomBytes(32).toString('base64url');
  const name = `dolboor-${port}`;
  let spent = false;
  return {
    token,
    exchange(given) {
      if (!isSame(given, token)) return 'wrong';
      if (spent) return 'spent';
      spent = true;
      return 'welcome';
    },
    cookie: `${name}=${session}; HttpOnly; SameSite=Strict; Path=/`,
    isKnown: (header) =>
      (header ?? '')
        .split(/;\s*/)
        .some((pair) => pair.startsWith(`${name}=`) && isSame(pair.slice(name.length + 1), session)),
  };
}
