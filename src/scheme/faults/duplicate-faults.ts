import { say } from '../../diagnostics/message.ts';
import type { Scheme } from '../../model/scheme.ts';
import type { ReportFault, SchemePath } from './report-fault.ts';

/** LF202 for a word that a list of the scheme defines twice. */
export function checkDuplicates(scheme: Scheme, report: ReportFault): void {
  const twice = (words: readonly string[], path: SchemePath, key?: string) => {
    words.forEach((word, index) => {
      if (words.indexOf(word) === index) return;
      const place = key === undefined ? [...path, index] : [...path, index, key];
      report('LF202', place, say`「${{ word }}」写了两次`, { hint: '合并为一条，或者改名' });
    });
  };
  const ids = (records: readonly { readonly id: string }[], path: SchemePath) =>
    twice(
      records.map(({ id }) => id),
      path,
      'id',
    );

  ids(scheme.subjects, ['subjects']);
  ids(scheme.tiers, ['tiers']);
  ids(scheme.ranks, ['ranks']);
  ids(scheme.levels, ['levels']);
  ids(scheme.categories, ['categories']);
  ids(scheme.identification.methods, ['identification', 'methods']);
  ids(scheme.identification.tests, ['identification', 'tests']);
  ids(scheme.duties, ['duties']);
  ids(scheme.stages, ['stages']);
  ids(scheme.papers, ['papers']);
  for (const key of ['powerTypes', 'powerNatures', 'handles', 'departmentKinds'] as const) {
    twice(scheme[key], [key]);
  }
  for (const key of ['lines', 'aspects', 'kinds'] as const) {
    twice(scheme.measures[key], ['measures', key]);
  }
  for (const key of ['majorMatters', 'domains'] as const) twice(scheme.scope[key], ['scope', key]);
  for (const [id, factor] of Object.entries(scheme.factors)) {
    twice(factor.scale, ['factors', id, 'scale']);
  }
  const stages = (records: readonly { readonly stage: string }[], path: SchemePath) =>
    twice(
      records.map(({ stage }) => stage),
      path,
      'stage',
    );
  stages(scheme.rating.stages, ['rating', 'stages']);
  scheme.reviews.forEach((chain, index) => stages(chain.steps, ['reviews', index, 'steps']));
}
