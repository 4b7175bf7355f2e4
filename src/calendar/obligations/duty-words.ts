import type { SchemeDuty } from '../../model/scheme-duty.ts';
import type { Scheme } from '../../model/scheme.ts';

/** Papers and words by which a notice or a filing says what it is of, each with what it stands for. */
export function wordsOfDuty(
  { of, contents, paper }: SchemeDuty,
  { papers }: Pick<Scheme, 'papers'>,
): ReadonlySet<string> {
  const ids = [...of.papers, ...(paper === undefined ? [] : [paper])];
  const titles = papers.filter(({ id }) => ids.includes(id)).map(({ title }) => title);
  return new Set([...ids, ...titles, ...contents]);
}

/** What a notice or a filing must hold: its papers, else its contents in words. */
export function wordsNeeded({ of, contents, record }: SchemeDuty): readonly string[] {
  if (of.papers.length > 0) return of.papers;
  return record.includes('notice') ? contents : [];
}

/**
 * Which of them a record holds. One that names no paper, the letter itself that is posted, or all of
 * the contents in words stands for all.
 */
export function wordsHeld(
  named: readonly string[],
  duty: SchemeDuty,
  { papers }: Pick<Scheme, 'papers'>,
): readonly string[] {
  const { contents, paper } = duty;
  const needed = wordsNeeded(duty);
  const ids = named.map((word) => papers.find(({ title }) => title === word)?.id ?? word);
  const isLetter = paper !== undefined && !needed.includes(paper) && ids.includes(paper);
  const isAll = contents.length > 0 && contents.every((word) => named.includes(word));
  if (named.length === 0 || isLetter || isAll) return needed;
  return needed.filter((word) => named.includes(word) || ids.includes(word));
}
