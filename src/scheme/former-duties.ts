import type { z } from 'zod';
import type { SchemeDuty } from '../model/scheme-duty.ts';
import { dutySchema } from '../model/scheme-duty.ts';
import type { FormerSchemeKeys } from '../model/former-scheme-keys.ts';
import type { Sourced } from '../model/rating.ts';
import type { Scheme } from '../model/scheme.ts';
import { dayInYear } from './day-in-year.ts';

type Written = Scheme & FormerSchemeKeys;
/** Keys that became duties. */
type FormerKey = 'commitments' | 'publicNotices' | 'filings' | 'cadence';
type Former<Key extends FormerKey> = NonNullable<FormerSchemeKeys[Key]>[number];
/** A duty as it may be written: what has a default may be left out. */
type DutyDraft = z.input<typeof dutySchema>;

type Path = readonly (string | number)[];

/** A scheme with its duties, and where in the merged scheme each of them was written. */
export type SchemeWithDuties = {
  readonly scheme: Scheme;
  readonly placeOf: (path: Path) => Path;
};

/**
 * A scheme as the program reads it: what the keys of earlier versions ask for stands among its duties.
 * As lists without ids they replaced the whole list below them, so they take the place of the duties
 * of their kind. `isBeside` says whether a duty stands in the same file as the key, and so stays.
 */
export function withDuties(
  written: Written,
  isBeside: (index: number, key: FormerKey) => boolean = () => false,
): SchemeWithDuties {
  const { commitments, publicNotices, filings, cadence, ...others } = written;
  const { appraisal: _appraisal, archive: _archive, ...scheme } = others;
  const kept = scheme.duties
    .map((duty, index) => ({ duty, place: ['duties', index] }))
    .filter(({ duty }, index) => {
      const key = keyFor(duty);
      return written[key] === undefined || isBeside(index, key);
    });
  const former = [
    ...placed('commitments', commitments, fromCommitment),
    ...placed('publicNotices', publicNotices, fromPublicNotice),
    ...placed('filings', filings, (filing, index) => fromFiling(filing, index, scheme)),
    ...placed('cadence', cadence, fromCadence),
  ];
  if (former.length === 0) return { scheme, placeOf: (path) => path };
  const all = [...kept, ...former];
  return {
    scheme: { ...scheme, duties: all.map(({ duty }) => duty) },
    placeOf: ([first = '', index = 0, ...rest]) => {
      const place = first === 'duties' ? all[Number(index)]?.place : undefined;
      if (place === undefined) return [first, index, ...rest].slice(0, rest.length + 2);
      return [...place, ...(place[0] === 'duties' ? rest : formerPath(place[0] ?? '', rest))];
    },
  };
}

function placed<T>(
  key: FormerKey,
  entries: readonly T[] | undefined,
  draft: (entry: T, index: number) => DutyDraft,
) {
  return (entries ?? []).map((entry, index) => {
    const place: Path = [key, index];
    return { duty: dutySchema.parse(draft(entry, index)), place };
  });
}

/** Where a key of a duty was written under the earlier key. */
function formerPath(key: string | number, [first, second, ...rest]: Path): Path {
  if (first === 'of') return second === undefined ? [] : [second, ...rest];
  if (first === 'where') return key === 'commitments' ? ['by', ...rest] : rest;
  return [first, second, ...rest].filter((step) => step !== undefined);
}

/** The key in which a duty would have been written. */
function keyFor({ every, record }: SchemeDuty): FormerKey {
  if (every === undefined && record.includes('commitment')) return 'commitments';
  if (every === undefined && record.includes('notice')) return 'publicNotices';
  if (every === undefined && record.includes('filing')) return 'filings';
  return 'cadence';
}

function sources({
  clause,
  note,
  assumed,
}: Sourced): Pick<DutyDraft, 'clause' | 'note' | 'assumed'> {
  return { clause, note, assumed: typeof assumed === 'object' ? [...assumed] : assumed };
}

function fromCommitment(former: Former<'commitments'>, index: number): DutyDraft {
  const { by, unit, to, contents } = former;
  return {
    ...sources(former),
    id: `commitment-${index + 1}`,
    title: '作出承诺',
    record: 'commitment',
    each: unit ? 'unit' : 'person',
    where: unit ? [] : [by],
    to,
    contents,
  };
}

/** Words by which a notice of risk points was told from one of powers or commitments. */
const POINTS = /风险|等级|清单/u;

function fromPublicNotice(former: Former<'publicNotices'>, index: number): DutyDraft {
  const { what, audience, days, dayKind, place, telephone } = former;
  return {
    ...sources(former),
    id: `notice-${index + 1}`,
    title: `公示${what.join('、')}`,
    record: 'notice',
    of: { points: what.some((word) => POINTS.test(word)) },
    contents: what,
    within: days === undefined ? undefined : { days, dayKind },
    audience,
    place,
    telephone,
  };
}

function fromFiling(former: Former<'filings'>, index: number, { papers }: Scheme): DutyDraft {
  const { what, levels, ranks, unitKinds, departmentKinds, papers: names, to, due } = former;
  const ids = names.map((name) => papers.find(({ title }) => title === name)?.id ?? name);
  const title = what ?? papers.find(({ id }) => ids.includes(id))?.title ?? '材料';
  const isOfPosts = ranks.length + departmentKinds.length > 0;
  return {
    ...sources(former),
    id: `filing-${index + 1}`,
    title: `${title}报${to}备案`,
    record: 'filing',
    of: { points: levels.length > 0 || isOfPosts, levels, papers: ids },
    each: isOfPosts ? 'post' : 'unit',
    where: isOfPosts
      ? [{ ranks, unitKinds, departmentKinds }]
      : unitKinds.length > 0
        ? [{ unitKinds }]
        : [],
    contents: what === undefined ? [] : [what],
    to,
    due: due === undefined || dayInYear(2000, due) !== undefined ? due : { words: due },
  };
}

function fromCadence(former: Former<'cadence'>, index: number): DutyDraft {
  const { what, every, by, atLeast, per, due, rerates } = former;
  const isLeaders = atLeast !== undefined && by === 'leaderInCharge';
  const record: DutyDraft['record'] = rerates
    ? 'rating'
    : atLeast === undefined
      ? ['evaluation', 'inspection']
      : 'inspection';
  return {
    ...sources(former),
    id: `cadence-${index + 1}`,
    title: what,
    record: every === undefined && atLeast === undefined ? [] : record,
    kinds: atLeast === undefined && !rerates ? [what] : [],
    of: { points: isLeaders },
    each: rerates ? 'post' : isLeaders ? 'leader' : 'unit',
    by,
    every: atLeast === undefined ? every : (per ?? 'year'),
    times: atLeast,
    due,
  };
}
