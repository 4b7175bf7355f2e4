import { textOf } from '../../diagnostics/message.ts';
import { basename, dirname } from 'node:path';
import type { Diagnostic, NodeRef } from '../../diagnostics/diagnostic.ts';
import { UsageError } from '../../errors.ts';
import type { Profile } from '../../model/profile.ts';
import type { Audience, SchemePaper } from '../../model/scheme.ts';
import { checkProfile } from '../../papers/check/check-profile.ts';
import { at } from '../../diagnostics/diagnostic.ts';
import { notMeantFor } from '../../papers/audience/meant-for.ts';
import type { AssessedUnit, Opened } from '../../pipeline/open-and-assess.ts';
import type { LoadedProfile } from '../../pipeline/load-profile.ts';
import { layoutsOf, loadProfile, readProfile } from '../../pipeline/load-profile.ts';
import { openRoot } from '../../repository/files.ts';
import { suggest } from '../../util/suggest.ts';

/** One paper to be printed for one unit. */
export type ChosenPaper = {
  /** Place in the scheme's list, of papers for others among those; undefined for a profile outside it. */
  readonly number: number | undefined;
  readonly title: string;
  readonly profile: Profile;
  readonly paper: Pick<SchemePaper, 'id'> & Partial<SchemePaper>;
};

/** What was asked for on the command line. */
export type PaperWish = {
  /** Titles or ids; none: the scheme's whole set. */
  readonly names: readonly string[];
  /** As the user wrote it, and where it is. */
  readonly profileFile: { readonly name: string; readonly path: string } | undefined;
  readonly audience: Audience | undefined;
  /** The units asked for; undefined: all. A layout that none of them lists is printed for each. */
  readonly units: readonly string[] | undefined;
};

type Choice = {
  readonly papers: readonly ChosenPaper[];
  /** Papers that could not be made, and why: the run has failed. */
  readonly passedOver: readonly string[];
  /** Faults of the user's own layout, each with its place. */
  readonly profileFaults: readonly string[];
  /** Papers of the set that are not for this audience: nothing has failed. */
  readonly notForAudience: readonly string[];
};

/**
 * Every name must be a paper of at least one of the units, or a layout that they may use though their
 * schemes do not list it.
 */
export function papersNamed(
  names: readonly string[],
  units: readonly AssessedUnit[],
  { library }: Opened,
): void {
  const known = units.flatMap(({ resolved }) => resolved.scheme.papers);
  for (const name of names) {
    if (known.some((paper) => isNamed(paper, name))) continue;
    const unlisted = units.flatMap(({ resolved }) => unlistedLayouts(resolved, library));
    if (unlisted.some((layout) => isNamed(layout, name))) continue;
    const namesOf = (papers: readonly Pick<SchemePaper, 'id' | 'title'>[]) => [
      ...new Set(papers.flatMap(({ id, title }) => [title, id])),
    ];
    const meant = suggest(name, namesOf(known)) ?? suggest(name, namesOf(unlisted));
    const hint = meant === undefined ? '用 lianfang list papers 查看' : `您是否要写「${meant}」`;
    throw new UsageError(`没有「${name}」这种表`, hint);
  }
}

/** The papers asked for, without name all of the scheme; faulty profiles are passed over. */
export function choosePapers(
  wish: PaperWish,
  unit: AssessedUnit,
  opened: Opened,
  diagnostics: readonly Pick<Diagnostic, 'file' | 'severity'>[],
): Choice {
  const { names, profileFile, audience } = wish;
  if (profileFile !== undefined) {
    const own = ownProfile(profileFile, audience ?? 'internal', unit, opened);
    const isFine = 'profile' in own;
    return {
      papers: isFine ? [own] : [],
      profileFaults: isFine ? [] : own,
      passedOver: [],
      notForAudience: [],
    };
  }
  const { resolved } = unit;
  const papers: ChosenPaper[] = [];
  const passedOver: string[] = [];
  const notForAudience = new Map<string, string[]>();
  for (const [index, paper] of resolved.scheme.papers.entries()) {
    if (names.length > 0 && !names.some((name) => isNamed(paper, name))) continue;
    const { profile, ref } = loadProfile(paper, ['papers', index], resolved, opened.library);
    const isFaulty = diagnostics.some(
      ({ file, severity }) => file === ref.file && severity === 'error',
    );
    if (profile === undefined || isFaulty) {
      passedOver.push(`《${paper.title}》的版式有错误，先用 lianfang check 改正`);
      continue;
    }
    const refusal =
      audience === undefined || audience === paper.audience
        ? undefined
        : (notMeantFor(audience, paper, resolved.scheme) ??
          hiddenIn(
            profile,
            { scheme: resolved.scheme, audience, layoutOf: layoutsOf(resolved, opened.library) },
            ref,
          ));
    if (refusal === undefined)
      papers.push({ number: index + 1, title: paper.title, profile, paper });
    else if (names.length > 0) passedOver.push(`《${paper.title}》${refusal}`);
    else notForAudience.set(refusal, [...(notForAudience.get(refusal) ?? []), paper.title]);
  }
  const listed = opened.assessed
    .filter((one) => wish.units?.includes(one.unit.id) ?? true)
    .flatMap((one) => one.resolved.scheme.papers);
  const unlisted = names.filter((name) => !listed.some((paper) => isNamed(paper, name)));
  const others = unlistedPapers(unlisted, audience ?? 'internal', unit, opened);
  // What is given out to others has numbers of its own: gaps would tell how much is not.
  const isGivenOut = audience !== undefined && audience !== 'internal';
  return {
    papers: [
      ...papers.map((paper, index) => (isGivenOut ? { ...paper, number: index + 1 } : paper)),
      ...others.papers,
    ],
    profileFaults: [],
    passedOver: [...passedOver, ...others.passedOver],
    notForAudience: [...notForAudience].map(
      ([why, titles]) => `${titles.map((title) => `《${title}》`).join('')}${why}`,
    ),
  };
}

function hiddenIn(
  profile: Profile,
  use: Parameters<typeof checkProfile>[1],
  ref: NodeRef,
): string | undefined {
  const [hidden] = checkProfile(profile, use, (path) => at(ref, ...path)).filter(
    ({ mark }) => mark === 'hidden',
  );
  return hidden && textOf(hidden.message);
}

/** Layouts that no scheme here lists, by their names: `report 待审清单`. */
function unlistedPapers(
  names: readonly string[],
  audience: Audience,
  { resolved }: AssessedUnit,
  { library }: Opened,
): Pick<Choice, 'papers' | 'passedOver'> {
  const papers: ChosenPaper[] = [];
  const passedOver: string[] = [];
  if (names.length === 0) return { papers, passedOver };
  for (const { id, title, profile, ref, findings } of unlistedLayouts(resolved, library)) {
    if (!names.some((name) => isNamed({ id, title }, name))) continue;
    const locate = (path: readonly (string | number)[]) => at(ref, ...path);
    const layoutOf = layoutsOf(resolved, library);
    const faults = checkProfile(profile, { scheme: resolved.scheme, audience, layoutOf }, locate);
    const [fault] = [...findings, ...faults];
    if (fault === undefined)
      papers.push({ number: undefined, title, profile, paper: { id, title } });
    else passedOver.push(`《${title}》${textOf(fault.message)}`);
  }
  return { papers, passedOver };
}

type UnlistedLayout = LoadedProfile & {
  readonly id: string;
  readonly title: string;
  readonly profile: Profile;
};

/** The layouts that a scheme may use, under their own titles in the scheme's words. */
function unlistedLayouts(
  resolved: AssessedUnit['resolved'],
  library: Opened['library'],
): UnlistedLayout[] {
  const words: Readonly<Record<string, unknown>> = resolved.scheme.words;
  return library.layoutNames(resolved.chain).flatMap((name) => {
    const loaded = loadProfile(name, [], resolved, library);
    const { profile } = loaded;
    if (profile === undefined) return [];
    const title = profile.title.replace(/\{\{words\.(\w+)\}\}/g, (all, word: string) =>
      typeof words[word] === 'string' ? words[word] : all,
    );
    return [{ ...loaded, profile, title, id: name.table ?? name.document ?? '' }];
  });
}

/** A profile that the user names by its file: `report --profile 我的表.yaml`. */
function ownProfile(
  { name, path }: NonNullable<PaperWish['profileFile']>,
  audience: Audience,
  { resolved }: AssessedUnit,
  { library, locator }: Opened,
): ChosenPaper | readonly string[] {
  const source = library.sources.read(openRoot(dirname(path)), basename(path));
  if (source === undefined) throw new UsageError(`读不到版式文件「${name}」`);
  const ref = { file: source.file, path: [] };
  const { profile, findings } = readProfile({ value: source.value, ref }, library);
  const isBroken = source.findings.some(({ mark }) => mark === 'brokenText');
  // Nothing is said of what was only recovered from a broken text.
  const faults = [
    ...source.findings,
    ...(isBroken ? [] : findings),
    ...(isBroken || profile === undefined
      ? []
      : checkProfile(
          profile,
          { scheme: resolved.scheme, audience, layoutOf: layoutsOf(resolved, library) },
          (keys) => at(ref, ...keys),
        )),
  ];
  if (profile === undefined || faults.length > 0) {
    return faults.map(({ ref: place, on, span, code, message, hint }) => {
      const range =
        span === undefined ? locator.locate(place, on ?? 'value') : locator.range(place.file, span);
      const { line, column } = range.start;
      return `${name}:${line}:${column} ${code} ${textOf(message)}${hint === undefined ? '' : `（${hint}）`}`;
    });
  }
  const id = basename(path).replace(/\.(?:ya?ml|md)$/, '');
  return { number: undefined, title: profile.title, profile, paper: { id } };
}

function isNamed({ id, title }: Pick<SchemePaper, 'id' | 'title'>, name: string): boolean {
  return id === name || title === name || `《${title}》` === name;
}
