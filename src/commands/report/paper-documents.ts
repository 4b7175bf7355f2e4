import type { Unit } from '../../model/project.ts';
import type { Audience } from '../../model/scheme.ts';
import { buildPaper } from '../../papers/build-paper.ts';
import type { Document } from '../../papers/document.ts';
import type { EarlierUnit } from '../../pipeline/earlier.ts';
import { layoutsOf } from '../../pipeline/load-profile.ts';
import type { AssessedUnit, Opened } from '../../pipeline/open-and-assess.ts';
import type { Format, RenderedFile } from '../../renderers/renderer-registry.ts';
import { loadRenderer } from '../../renderers/renderer-registry.ts';
import { shortDigest, unitDigest } from '../../signoff/digests/unit-digest.ts';
import type { ChosenPaper } from './choose-papers.ts';
import { chosenFonts } from './chosen-fonts.ts';

/** How a paper is to be made. */
export type PaperArgs = {
  /** Whom it is for; default: whom the scheme has it for. */
  readonly audience?: Audience;
  /** Empty rows at the end of every table, instead of the layout's number. */
  readonly spareRows?: number;
  /** An empty form to be filled in by hand. */
  readonly blank?: boolean;
  /** The data still has errors: every page says so. */
  readonly draft?: boolean;
};

/** A unit, and itself in the earlier edition where one is compared with. */
export type ReportedUnit = {
  readonly assessed: AssessedUnit;
  readonly earlier?: EarlierUnit | undefined;
};

/** The sheets of one paper of one unit, with edition and digest at their foot. */
export function paperDocuments(
  { profile, paper }: Pick<ChosenPaper, 'profile' | 'paper'>,
  { assessed: { unit, resolved, assessment }, earlier }: ReportedUnit,
  { project, library }: Opened,
  args: PaperArgs,
): readonly Document[] {
  const { edition } = project.config;
  return buildPaper(
    {
      unit,
      scheme: resolved.scheme,
      assessment,
      layoutOf: layoutsOf(resolved, library),
      ...(earlier === undefined ? {} : { earlier }),
    },
    profile,
    {
      paper,
      ...(args.audience === undefined ? {} : { audience: args.audience }),
      ...(edition === undefined ? {} : { edition }),
      ...(args.spareRows === undefined ? {} : { spareRows: args.spareRows }),
      blank: args.blank === true,
      ...(args.blank === true ? {} : { foot: footOf(edition, unit) }),
      draft: args.draft === true,
    },
  );
}

/** Renders sheets in the typefaces of the data repository. */
export async function renderDocuments(
  documents: readonly Document[],
  { format, name, unit }: { readonly format: Format; readonly name: string; readonly unit: Unit },
  { project, root }: Opened,
): Promise<readonly RenderedFile[]> {
  const renderer = await loadRenderer(format);
  const fonts = chosenFonts(project.config.fonts, root.path);
  return renderer.render(documents, { name, ...fonts, author: unit.info.name });
}

/** Edition and digest at the foot of every page, so that paper and data can be matched. */
function footOf(edition: number | undefined, unit: Unit): string {
  const digest = `数据摘要 ${shortDigest(unitDigest(unit))}`;
  return edition === undefined ? digest : `${edition}年  ${digest}`;
}
