/** The Chromium browser to test with: `CHROMIUM_PATH`, else Debian's headless shell, else the first that is installed here. */
export function installedBrowser(): string | undefined;
/** Is Debian's `chromium-headless-shell` here: no windows, and the same tests in two thirds of the time? */
export function hasHeadlessShell(): boolean;
