import type { CommonArgs } from '../../io.ts';
import type { Profile } from '../../model/profile.ts';
import type { Audience } from '../../model/scheme.ts';
import type { Document } from '../../papers/document.ts';
import { powersWithoutFlow } from '../../papers/rows/unwritten-flow.ts';
import type { Opened } from '../../pipeline/open-and-assess.ts';
import { fileNamePart, fileNameParts } from '../../renderers/file-names.ts';
import type { Format } from '../../renderers/renderer-registry.ts';
import type { OutputFile } from '../write-files.ts';
import type { ChosenPaper } from './choose-papers.ts';
import type { ReportedUnit } from './paper-documents.ts';
import { paperDocuments, renderDocuments } from './paper-documents.ts';

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
  /** Powers without a chart, because their flow is not written down. */
  readonly withoutFlow: readonly string[];
};

/** Builds one paper of one unit and renders it in every format asked for. */
export async function printPaper(
  chosen: ChosenPaper,
  reported: ReportedUnit,
  opened: Opened,
  args: ReportArgs,
): Promise<PrintedPaper> {
  const { number, title, profile } = chosen;
  const { unit } = reported.assessed;
  const withoutFlow = args.blank === true ? [] : powersWithoutFlow(profile, unit);
  const documents = paperDocuments(chosen, reported, opened, args);
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
      const rendered = await renderDocuments(
        group.sheets,
        { format, name: group.name, unit },
        opened,
      );
      files.push(
        ...rendered.map(({ name: own, ...file }) => ({ path: `${unit.id}/${own}`, ...file })),
      );
    }
  }
  return {
    title,
    files,
    sheets: documents.length,
    missing: missingIn(documents, title),
    withoutFlow,
  };
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
