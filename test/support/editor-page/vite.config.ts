import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The editor alone on a page, for its tests and its bench. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: './',
  plugins: [react()],
  build: {
    outDir: fileURLToPath(new URL('../../../out/editor-page', import.meta.url)),
    emptyOutDir: true,
    target: 'chrome150',
    chunkSizeWarningLimit: 2000,
  },
});
