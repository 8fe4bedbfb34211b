import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const at = (file: string): string => fileURLToPath(new URL(file, import.meta.url));

// `require('electron')` outside Electron downloads it: no unit test may reach the real module.
const alias = { electron: at('./test/support/electron-stub.ts') };

/** For a machine that is busy with other things: what waits for an event waits long, and fails by what it sees, not by the clock. */
const patience = { testTimeout: 300_000, hookTimeout: 300_000, expect: { poll: { timeout: 30_000 } } };

export default defineConfig({
  test: {
    // Vitest alone would leave a core to whoever watches, and so run on one of two.
    maxWorkers: '100%',
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'node',
          environment: 'node',
          include: ['test/**/*.test.ts'],
          exclude: ['test/renderer/**', 'test/e2e/**'],
          ...patience,
        },
      },
      {
        plugins: [react()],
        resolve: { alias },
        test: {
          name: 'web',
          environment: 'jsdom',
          include: ['test/renderer/**/*.test.{ts,tsx}'],
          setupFiles: ['test/support/web-setup.ts'],
          ...patience,
        },
      },
    ],
  },
});
