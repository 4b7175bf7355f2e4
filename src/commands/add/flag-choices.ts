import type { CommonArgs, Io } from '../../io.ts';
import type { Kind } from '../../model/kinds.ts';
import { KINDS } from '../../model/kinds.ts';
import type { Scheme } from '../../model/scheme.ts';
import { usualWordsOf, wordsOf } from '../../scheme/closed-words.ts';
import { UsageError } from '../../errors.ts';
import { chooseUnit } from '../choose-unit.ts';
import { openHere } from '../open-here.ts';
import { keysTold } from './flag-values.ts';
import type { RecordFlag } from './record-flags.ts';

/** What a flag may be, as the kind and the scheme have it; nothing where anything will do. */
function choicesOf(
  { path: [key], choices, words, usual }: RecordFlag,
  kind: Kind,
  scheme: Scheme | undefined,
): readonly string[] {
  if (choices.length > 0 || scheme === undefined) return choices;
  if (words !== undefined) return wordsOf(scheme)[words];
  if (usual !== undefined) return usualWordsOf(scheme)[usual];
  if (key !== 'duty') return [];
  return scheme.duties
    .filter(({ record }) => record.some((one) => one === kind))
    .map(({ id, title }) => `${id}（${title}）`);
}

/** A flag as `--help` shows it. */
export function flagHelp(flag: RecordFlag, kind: Kind, scheme: Scheme | undefined) {
  const { name, title, shape, needed, schema } = flag;
  const choices = choicesOf(flag, kind, scheme);
  const notes = [
    ...(needed ? ['必填'] : []),
    ...(shape === 'rows' ? [`键有 ${keysTold(schema)}`] : []),
    ...(shape === 'texts' || shape === 'rows' || shape === 'files' ? ['可重复'] : []),
    ...(choices.length > 0 ? [`${isOpen(flag) ? '如' : '可选'} ${choices.join('、')}`] : []),
  ];
  const value = placeholder(flag);
  return {
    flags: value === undefined ? `--${name}` : `--${name} <${value}>`,
    description: notes.length === 0 ? title : `${title}（${notes.join('；')}）`,
  };
}

function isOpen({ usual, choices, words }: RecordFlag): boolean {
  return choices.length === 0 && words === undefined && usual !== undefined;
}

function placeholder({ shape, references, path: [key] }: RecordFlag): string | undefined {
  if (references !== undefined) return KINDS[references].title;
  if (key === 'duty') return '编号';
  switch (shape) {
    case 'yes':
      return undefined;
    case 'day':
      return '日期';
    case 'number':
      return '数';
    case 'actor':
      return '岗位或机构';
    case 'rows':
      return '键=值';
    case 'files':
      return '文件';
    case 'text':
    case 'texts':
      return '内容';
  }
}

/** The scheme of the unit around the folder, for the words that its flags take; undefined: no unit, or several. */
export async function schemeHere(
  args: CommonArgs & { readonly unit?: string },
  io: Io,
): Promise<Scheme | undefined> {
  try {
    return chooseUnit(await openHere(io, args), args, io).resolved.scheme;
  } catch (error) {
    if (error instanceof UsageError) return undefined;
    throw error;
  }
}
