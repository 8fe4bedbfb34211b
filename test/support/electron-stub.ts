/** Stands where Electron would be in unit tests: code that reaches for it there has left its layer, and says so. */
const refuse = new Proxy(
  {},
  {
    get(_target, name): never {
      throw new Error(`electron.${String(name)} was reached from a unit test; drive it on the stand-in instead`);
    },
  },
);

export const app = refuse;
export const BrowserWindow = refuse;
export const contextBridge = refuse;
export const dialog = refuse;
export const ipcMain = refuse;
export const ipcRenderer = refuse;
export const Menu = refuse;
export const protocol = refuse;
export const session = refuse;
export const shell = refuse;
