/**
 * Stands for `src/package-files.ts` while tests run on a fresh build: packaged schemes and layouts are
 * taken as the build has proven them, as users have them, and not validated anew by every run.
 */
export const IS_SOURCE = false;

export function packageFile(path: string): URL {
  return new URL(`../../${path}`, import.meta.url);
}
