/**
 * Chromium never hands an unknown scheme to interception, so `app://dolboor/x` is loaded as `https://dolboor.app.standin.invalid/x`
 * and given to the application under its own name.
 */
const suffix = 'standin.invalid';
const native = ['http:', 'https:', 'about:', 'data:', 'blob:', 'file:'];

export function toPage(address: string): string {
  const url = new URL(address);
  if (native.includes(url.protocol)) return address;
  return `https://${url.host || 'none'}.${url.protocol.slice(0, -1)}.${suffix}${url.pathname}${url.search}${url.hash}`;
}

export function toApplication(address: string): string {
  const url = URL.parse(address);
  if (url === null) return address;
  if (url.protocol === 'blob:') return `blob:${toApplication(url.pathname)}`;
  if (!url.hostname.endsWith(`.${suffix}`)) return address;
  const parts = url.hostname.slice(0, -suffix.length - 1).split('.');
  const scheme = parts.pop();
  return `${scheme}://${parts.join('.')}${url.pathname}${url.search}${url.hash}`;
}
