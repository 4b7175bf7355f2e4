import type { Profile } from '../../model/profile.ts';
import { buildPaper } from '../../papers/build.ts';
import type { Document } from '../../papers/document.ts';
import type { AssessedUnit, Opened } from '../../pipeline/open.ts';
import { loadProfile } from '../../pipeline/resolve-scheme.ts';
import { fileNamePart, fileNameParts } from '../../renderers/file-names.ts';
import type { RenderedFile } from '../../renderers/index.ts';
import { DEFAULT_FONTS, loadRenderer } from '../../renderers/index.ts';
import type { OutputFile } from '../write-files.ts';
import type { ChosenPaper } from './choose-papers.ts';
import type { ReportArgs } from './report.ts';

/** Builds one paper of one unit and renders it in every format asked for. */
export async function printPaper(
  { number, title, profile, paper }: ChosenPaper,
  { unit, resolved, assessment }: AssessedUnit,
  opened: Opened,
  args: ReportArgs,
): Promise<OutputFile[]> {
  const { config } = opened.project;
  const profiles = profilesOf(resolved, opened);
  const documents = buildPaper({ unit, scheme: resolved.scheme, assessment, profiles }, profile, {
    paper,
    ...(args.audience === undefined ? {} : { audience: args.audience }),
    ...(config.edition === undefined ? {} : { edition: config.edition }),
    ...(args.spareRows === undefined ? {} : { spareRows: args.spareRows }),
    blank: args.blank === true,
    draft: args.draft === true,
  });
  const prefix = number === undefined ? '' : `${String(number).padStart(2, '0')} `;
  const name = `${prefix}${fileNamePart(documents[0]?.title ?? title)}`;
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
    for (const format of args.format ?? ['xlsx']) {
      const rendered = await render(format, group.name, group.sheets);
      files.push(
        ...rendered.map((file) => ({ path: `${unit.id}/${file.name}`, bytes: file.bytes })),
      );
    }
  }
  return files;

  async function render(
    format: NonNullable<ReportArgs['format']>[number],
    base: string,
    sheets: readonly Document[],
  ): Promise<readonly RenderedFile[]> {
    const renderer = await loadRenderer(format);
    const { title: titleFont, head, body } = config.fonts;
    const fonts = {
      title: titleFont ?? DEFAULT_FONTS.title,
      head: head ?? DEFAULT_FONTS.head,
      body: body ?? DEFAULT_FONTS.body,
    };
    return renderer.render(sheets, { name: base, fonts, author: unit.info.name });
  }
}

/** The profiles of all papers of the scheme, for papers that list papers. */
function profilesOf(resolved: AssessedUnit['resolved'], { library }: Opened): Map<string, Profile> {
  const profiles = new Map<string, Profile>();
  for (const [index, { table }] of resolved.scheme.papers.entries()) {
    const { profile } = loadProfile(table, resolved.locate(['papers', index]), resolved, library);
    if (profile !== undefined) profiles.set(table, profile);
  }
  return profiles;
}
