/** Run from the sources rather than as built: what the build keeps ready may then be of an earlier state. */
export const IS_SOURCE = import.meta.url.endsWith('.ts');

/**
 * A file or folder of this package, by its path from the root. The only place that knows where its own
 * code lies: sources and bundles are both one folder below the root when they call this.
 */
export function packageFile(path: string): URL {
  return new URL(`../${path}`, import.meta.url);
}
