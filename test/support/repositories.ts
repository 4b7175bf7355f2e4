import { fileURLToPath } from 'node:url';

/** Data repositories that come with the project: those of the examples and the cases. */
export const EXAMPLES = path('examples');
export const COUNTY = path('examples/county');
export const PUBLISHED = path('examples/published');
export const OWN_SCHEME = path('test/cases/own-scheme/input');
export const YEAR = path('test/cases/year/input');
export const EXPLAINED = path('test/cases/explain/input');

function path(folder: string): string {
  return fileURLToPath(new URL(`../../${folder}`, import.meta.url));
}
