import { readFileSync } from 'node:fs';
import { packageFile } from './package-files.ts';

const { version } = JSON.parse(readFileSync(packageFile('package.json'), 'utf8')) as {
  readonly version: string;
};

/** The version of this package; its one home is package.json. */
export const VERSION = version;

/** What asks for it on the command line. */
export const VERSION_FLAGS = ['-V', '--version'] as const;
