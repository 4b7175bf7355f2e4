import { basename, dirname } from 'node:path';
import type { CommonArgs, Io } from '../../io.ts';
import { ExitCode } from '../../io.ts';
import { dayAsked, unitsAsked } from '../units-asked.ts';
import { unitsWithPost } from '../concerns.ts';
import { resolveFrom } from '../work-folder.ts';
import { openHere } from '../open-here.ts';
import { writeFiles } from '../write-files.ts';
import { overviewOf } from './overview.ts';
import { detailsText } from './details-text.ts';
import { overviewJson, overviewMarkdown, overviewText } from './overview-text.ts';

export type StatusArgs = CommonArgs & {
  readonly asOf: string;
  readonly unit?: readonly string[];
  /** Only what is this post's, for a leader also what the departments in charge have. */
  readonly post?: string;
  readonly format: 'text' | 'json' | 'markdown';
  readonly out?: string;
};

/** `lianfang status`: where every unit stands; for one unit every step of it. It only reads. */
export async function status(args: StatusArgs, io: Io): Promise<ExitCode> {
  const opened = await openHere(io, args);
  const asOf = dayAsked(args.asOf);
  const units = unitsWithPost(args.post, unitsAsked(args.unit, opened));
  const overviews = units.map((unit) => overviewOf(unit, opened, asOf, args.post));
  const isOne = args.unit !== undefined || args.post !== undefined;
  const isDetailed = isOne && args.format === 'text';
  const text = isDetailed
    ? overviews.map((one) => detailsText(one, asOf)).join('\n')
    : { text: overviewText, json: overviewJson, markdown: overviewMarkdown }[args.format](
        overviews,
        asOf,
      );
  if (args.out === undefined) io.out(text);
  else {
    const path = resolveFrom(io, args, args.out);
    writeFiles(dirname(path), [{ path: basename(path), bytes: text }], { force: true });
  }
  return ExitCode.ok;
}
