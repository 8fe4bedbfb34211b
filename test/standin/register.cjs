// Loaded first (-r): 'electron' becomes the stand-in for import and require alike.
const { registerHooks } = require('node:module');
const { pathToFileURL } = require('node:url');
const path = require('node:path');

const url = pathToFileURL(path.join(__dirname, 'electron.ts')).href;
registerHooks({
  resolve(specifier, context, next) {
    if (specifier === 'electron' || specifier.startsWith('electron/')) {
      return { url, format: 'module-typescript', shortCircuit: true };
    }
    return next(specifier, context);
  },
});
process.type = 'browser';
process.defaultApp = true;
Object.defineProperty(process.versions, 'electron', { value: '45.4.1', enumerable: true });
