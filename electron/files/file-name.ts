/** Names that Windows keeps for devices, whatever stands after the first dot. */
const devices = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i;

/** Characters that a name may not hold on some system, control characters, and those that turn text around to hide an extension. */
const forbidden = /[<>:"/\\|?*\p{Cc}\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u;

/** Whether a file may be called so on every system that a draft travels to. */
export function isFileName(name: string): boolean {
  if (name.length === 0 || name.length > 255 || name.startsWith('~$') || name.startsWith('.')) return false;
  return !forbidden.test(name) && !devices.test(name) && !/[. ]$/.test(name);
}

/** The name with its extension, put there when the person left it out. */
export function withExtension(name: string, extension: string): string {
  return name.toLowerCase().endsWith(`.${extension}`) ? name : `${name}.${extension}`;
}
