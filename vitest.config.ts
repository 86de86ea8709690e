import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

export default defineConfig({
  plugins: [await WxtVitest()],
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/e2e/**', 'tests/remotes/**'],
          setupFiles: ['tests/setup.ts'],
          // Hundreds of edits take long where all else runs beside them.
          testTimeout: 20_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'component',
          include: ['tests/**/*.test.tsx'],
          environment: 'jsdom',
          setupFiles: ['tests/setup.ts', 'tests/setup-dom.ts'],
          testTimeout: 20_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'remotes',
          include: ['tests/remotes/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 90_000,
          fileParallelism: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          // A driver that loses a click on a busy machine is no fault of ours; the report names each second try.
          retry: 1,
          testTimeout: 60_000,
          hookTimeout: 90_000,
          // Two at a time: each spends most of its time waiting for a browser of its own.
          maxWorkers: 2,
        },
      },
    ],
  },
});
