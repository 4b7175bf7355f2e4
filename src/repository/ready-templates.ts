import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { z } from 'zod';
import type { Profile } from '../model/profile.ts';
import type { Scheme } from '../model/scheme.ts';
import { IS_SOURCE, packageFile } from '../package-files.ts';
import { packagedRoot } from './packaged.ts';
import { newSources } from './sources.ts';

/** A packaged scheme, merged with all that it extends and validated. */
export type ReadyScheme = {
  readonly scheme: Scheme;
  /** The scheme and those that it extends, nearest first. */
  readonly chain: readonly string[];
};

/** Where the build keeps the packaged schemes and layouts as values. */
const READY = fileURLToPath(packageFile('dist/ready/'));

/** A list of `templates/words` or `templates/rules`: as the build has validated it, else read and validated now. */
export function readyList<T>(file: string, schema: z.ZodType<T>): T {
  return readReady(file) ?? schema.parse(newSources().read(packagedRoot(), file)?.value);
}

/** What the build made of a packaged `scheme.yaml`. */
export function readyScheme(file: string): ReadyScheme | undefined {
  return readReady(file);
}

/** What the build made of a packaged layout. */
export function readyLayout(file: string): Profile | undefined {
  return readReady(file);
}

/** The name under which the build keeps the value of a packaged file. */
export function readyName(file: string): string {
  return file.replace(/\.(?:yaml|md)$/, '.json');
}

/** Whether the build has made something of a packaged file. */
export function isReady(file: string): boolean {
  return !IS_SOURCE && existsSync(join(READY, readyName(file)));
}

function readReady(file: string) {
  return isReady(file) ? JSON.parse(readFileSync(join(READY, readyName(file)), 'utf8')) : undefined;
}
