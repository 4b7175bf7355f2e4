import { defineConfig } from 'vitest/config';

/** What LibreOffice prints: `npm run test:office`. */
const OFFICE = 'test/office/**/*.test.ts';
/** Ends a test that hangs, and no other: how fast a machine is decides nothing. */
const LIMIT = 15 * 60_000;

export default defineConfig({
  test: {
    testTimeout: LIMIT,
    hookTimeout: LIMIT,
    maxWorkers: '100%',
    // Files of a worker share what they load: no module of src/ keeps what a test leaves behind.
    isolate: false,
    setupFiles: ['test/support/fast-check.ts'],
    projects: [
      {
        extends: true,
        test: { name: 'suite', include: ['test/**/*.test.ts'], exclude: [OFFICE] },
      },
      {
        extends: true,
        test: { name: 'office', include: [OFFICE], globalSetup: 'test/office/print-all.ts' },
      },
    ],
  },
});
