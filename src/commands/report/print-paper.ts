import type { CommonArgs } from '../../io.ts';
import type { Profile } from '../../model/profile.ts';
import type { Audience } from '../../model/scheme.ts';
import { buildPaper } from '../../papers/build-paper.ts';
import type { Document } from '../../papers/document.ts';
import type { EarlierUnit } from '../../pipeline/earlier.ts';
import type { AssessedUnit, Opened } from '../../pipeline/open-and-assess.ts';
import { layoutsOf } from '../../pipeline/resolve-scheme.ts';
import { fileNamePart, fileNameParts } from '../../renderers/file-names.ts';
import type { Format, RenderedFile } from '../../renderers/renderer-registry.ts';
import { loadRenderer } from '../../renderers/renderer-registry.ts';
import { shortDigest, unitDigest } from '../../signoff/digests/unit-digest.ts';
import type { OutputFile } from '../write-files.ts';
import type { ChosenPaper } from './choose-papers.ts';
import { chosenFonts } from './chosen-fonts.ts';

export type ReportArgs = CommonArgs & {
  readonly papers: readonly string[];
  readonly unit?: readonly string[];
  readonly format?: readonly Format[];
  readonly out: string;
  readonly audience?: Audience;
  readonly profile?: string;
  /** An earlier edition to compare with: its year in `editions:`, its folder, or a revision of git. */
  readonly against?: string;
  readonly perFile?: boolean;
  readonly spareRows?: number;
  readonly blank?: boolean;
  readonly draft?: boolean;
  readonly dryRun?: boolean;
  readonly force?: boolean;
};

/** What came of one paper. */
export type PrintedPaper = {
  readonly title: string;
  readonly files: readonly OutputFile[];
  /** Without any the unit has nothing yet that the paper is about. */
  readonly sheets: number;
  /** What the data lacks and the paper leaves blank, for the clerk. */
  readonly missing: readonly string[];
};

/** Builds one paper of one unit and renders it in every format asked for. */
export async function printPaper(
  { number, title, profile, paper }: ChosenPaper,
  { unit, resolved, assessment }: AssessedUnit,
  opened: Opened,
  args: ReportArgs,
  earlier?: EarlierUnit,
): Promise<PrintedPaper> {
  const { config } = opened.project;
  const documents = buildPaper(
    {
      unit,
      scheme: resolved.scheme,
      assessment,
      layoutOf: layoutsOf(resolved, opened.library),
      ...(earlier === undefined ? {} : { earlier }),
    },
    profile,
    {
      paper,
      ...(args.audience === undefined ? {} : { audience: args.audience }),
      ...(config.edition === undefined ? {} : { edition: config.edition }),
      ...(args.spareRows === undefined ? {} : { spareRows: args.spareRows }),
      blank: args.blank === true,
      ...(args.blank === true ? {} : { foot: footOf(config.edition, unit) }),
      draft: args.draft === true,
    },
  );
  const prefix = number === undefined ? '' : `${String(number).padStart(2, '0')} `;
  // Letters have titles of their own; the file has the paper's, filled where it names the unit.
  const called = title.includes('{{') ? documents[0]?.title : undefined;
  const name = `${prefix}${fileNamePart(called ?? title)}`;
  const parts = fileNameParts(documents.map(({ sheet }) => sheet));
  const groups =
    args.perFile === true && documents.length > 1
      ? documents.map((document, index) => ({
          name: `${name}/${parts[index]!}`,
          sheets: [document],
        }))
      : [{ name, sheets: documents }];
  const files: OutputFile[] = [];
  for (const group of groups) {
    if (group.sheets.length === 0) continue;
    for (const format of args.format ?? [usualFormat(profile)]) {
      const rendered = await render(format, group.name, group.sheets);
      files.push(
        ...rendered.map(({ name: own, ...file }) => ({ path: `${unit.id}/${own}`, ...file })),
      );
    }
  }
  return { title, files, sheets: documents.length, missing: missingIn(documents, title) };

  async function render(
    format: Format,
    base: string,
    sheets: readonly Document[],
  ): Promise<readonly RenderedFile[]> {
    const renderer = await loadRenderer(format);
    const fonts = chosenFonts(config.fonts, opened.root.path);
    return renderer.render(sheets, { name: base, ...fonts, author: unit.info.name });
  }
}

/** Edition and digest at the foot of every page, so that paper and data can be matched. */
function footOf(edition: number | undefined, unit: AssessedUnit['unit']): string {
  const digest = `数据摘要 ${shortDigest(unitDigest(unit))}`;
  return edition === undefined ? digest : `${edition}年  ${digest}`;
}

/** Forms are filled in as workbooks; letters, texts, charts and binders are office documents. */
function usualFormat({ style, sections }: Profile): Format {
  const isText = sections.some(
    ({ markdown, chart, cover, parts }) =>
      markdown !== undefined || chart !== undefined || cover !== undefined || parts !== undefined,
  );
  return style === 'form' && !isText ? 'xlsx' : 'docx';
}

function missingIn(documents: readonly Document[], title: string): string[] {
  return documents
    .filter(({ missing }) => missing.length > 0)
    .map(({ missing, sheet }) => `《${title}》${sheet}：缺 ${missing.join('、')}，已留空`);
}
