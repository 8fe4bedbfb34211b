import path from 'node:path';
import { defineConfig } from 'vite';

// A sandboxed preload must be one CommonJS file whose only require is 'electron'.
export default defineConfig({
  root: path.join(import.meta.dirname, '..'),
  publicDir: false,
  build: {
    target: 'chrome150',
    outDir: 'out/preload',
    emptyOutDir: true,
    minify: false,
    lib: { entry: 'electron/preload.ts', formats: ['cjs'], fileName: () => 'preload.cjs' },
    rolldownOptions: { external: ['electron'] },
  },
});
