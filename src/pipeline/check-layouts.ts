import type { Finding } from '../diagnostics/diagnostic.ts';
import { at } from '../diagnostics/diagnostic.ts';
import { checkProfile } from '../papers/check/check-profile.ts';
import type { Opened } from './open-and-assess.ts';
import { layoutsOf, loadProfile } from './load-profile.ts';

/**
 * Faults of the layouts that the papers of the schemes name. Those of a packaged scheme that finds
 * nothing of the repository's own are proven by the tests of this package.
 */
export function checkLayouts({ schemes, library }: Pick<Opened, 'schemes' | 'library'>): Finding[] {
  return schemes.flatMap((resolved) => {
    if (resolved.isReady) return [];
    const { scheme } = resolved;
    const layoutOf = layoutsOf(resolved, library);
    return scheme.papers.flatMap((paper, index) => {
      const { profile, ref, findings } = loadProfile(paper, ['papers', index], resolved, library);
      if (profile === undefined) return findings;
      const locate = (path: readonly (string | number)[]) => at(ref, ...path);
      return [
        ...findings,
        ...checkProfile(profile, { scheme, audience: paper.audience, layoutOf }, locate),
      ];
    });
  });
}
