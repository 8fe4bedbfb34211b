export function mainWorld(channel: string): void;
export function isolatedWorld(
  channel: string,
  send: (message: string) => void,
  info: unknown,
  runPreload: unknown,
): void;
