import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { isBuildFresh } from './test/support/is-build-fresh.ts';

/** What LibreOffice prints: `npm run test:office`. */
const OFFICE = 'test/office/**/*.test.ts';
/** Ends a test that hangs, and no other: how fast a machine is decides nothing. */
const LIMIT = 15 * 60_000;

/** Files that take longest, so that no worker waits for another at the end. */
const LONG = ['presets/papers', 'cli/good-year', 'cli/determinism', 'cli/help', 'cli/report'];
const LONG_FIRST = new RegExp(`/(?:${LONG.join('|')})\\.test\\.ts$`);

class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification) => Number(LONG_FIRST.test(moduleId));
    return (await super.sort(files)).toSorted((a, b) => isLong(b) - isLong(a));
  }
}

const PACKAGE_FILES = {
  find: /^.*\/package-files\.ts$/,
  replacement: fileURLToPath(new URL('test/support/built-package-files.ts', import.meta.url)),
};

export default defineConfig({
  resolve: { alias: isBuildFresh() ? [PACKAGE_FILES] : [] },
  test: {
    testTimeout: LIMIT,
    hookTimeout: LIMIT,
    maxWorkers: '100%',
    // Files of a worker share what they load: no module of src/ keeps what a test leaves behind.
    isolate: false,
    sequence: { sequencer: LongFirst },
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
