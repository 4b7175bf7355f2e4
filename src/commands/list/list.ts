import { UsageError } from '../../errors.ts';
import type { Io } from '../../io.ts';
import { ExitCode } from '../../io.ts';
import { suggest } from '../../util/suggest.ts';
import type { ListArgs } from './listing-text.ts';
import { LISTINGS } from './listings.ts';
import { listingJson, listingMarkdown, listingText } from './listing-text.ts';

/** `lianfang list`: what there is. */
export async function list(args: ListArgs, io: Io): Promise<ExitCode> {
  const names = Object.keys(LISTINGS);
  const build = LISTINGS[args.what];
  if (build === undefined) {
    const meant = suggest(args.what, names);
    const hint = meant === undefined ? `可选：${names.join('、')}` : `您是否要写「${meant}」`;
    throw new UsageError(`不能列出「${args.what}」`, hint);
  }
  const listing = await build(args, io);
  if (args.json === true) io.out(listingJson(listing));
  else io.out(args.markdown === true ? listingMarkdown(listing) : listingText(listing));
  return ExitCode.ok;
}
