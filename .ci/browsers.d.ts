/** The Chromium browser to test with: `CHROMIUM_PATH`, else the first that is installed here. */
export function installedBrowser(): string | undefined;
