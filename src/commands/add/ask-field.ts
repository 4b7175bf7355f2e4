import type * as clack from '@clack/prompts';
import { dayWritten } from '../../calendar/dates.ts';
import type { Unit } from '../../model/project.ts';
import type { Scheme } from '../../model/scheme.ts';
import { metaOf, shapeOf } from '../../model/shape.ts';
import { usualWordsOf, wordsOf } from '../../scheme/closed-words.ts';
import { recordsNamed } from './flag-values.ts';
import type { RecordFlag } from './record-flags.ts';

export type Prompts = typeof clack;
type Around = { readonly unit: Unit; readonly scheme: Scheme };
type Answer = readonly string[] | true | undefined;

/** Thrown where the person gave up. */
export const GAVE_UP = new Error('the person gave up');

/** What clack answers where the person presses Ctrl+C. */
type GivenUp = Extract<Awaited<ReturnType<Prompts['text']>>, symbol>;

/** The answer, unless the person gave up. */
export async function kept<T>(asked: Promise<T | GivenUp>): Promise<T> {
  const answer = await asked;
  if (typeof answer === 'symbol') throw GAVE_UP;
  return answer;
}

type OfferedWord = { readonly value: string; readonly label: string; readonly hint?: string };

/** One of some words; undefined where the first, `none`, is taken: Enter alone writes nothing. */
export async function pick(
  prompts: Prompts,
  message: string,
  choices: readonly OfferedWord[],
  none?: string,
): Promise<string | undefined> {
  const options = [...(none === undefined ? [] : [{ value: '', label: none }]), ...choices];
  const answer = await kept(
    prompts.select({ message, showInstructions: false, maxItems: 12, options }),
  );
  return answer === '' ? undefined : answer;
}

const OTHER = ' other';
const SKIP = '不写';

/** Asks for one field; undefined where nothing is to be written. */
export async function askField(
  prompts: Prompts,
  flag: RecordFlag,
  around: Around,
): Promise<Answer> {
  const { shape, references, title } = flag;
  if (shape === 'yes') {
    const isSo = prompts.confirm({
      message: `${title}？`,
      active: '是',
      inactive: '否',
      initialValue: false,
    });
    return (await kept(isSo)) ? true : undefined;
  }
  if (references !== undefined) return askReference(prompts, flag, around);
  if (shape === 'rows') return askRows(prompts, flag);
  const words = wordsFor(flag, around);
  if (words.length > 0) {
    const isClosed = flag.choices.length > 0 || flag.words !== undefined;
    const more = isClosed || shape === 'day' ? [] : [{ value: OTHER, label: '其他（自己填）' }];
    const none = flag.needed ? undefined : SKIP;
    const taken = await pick(prompts, `${title}？`, [...words, ...more], none);
    if (taken !== OTHER) return taken === undefined ? undefined : [taken];
  }
  if (shape === 'texts' || shape === 'files') return askSeveral(prompts, flag);
  const text = await askText(prompts, flag);
  return text === '' ? undefined : [text];
}

/** Answer to choose from: those of the kind and the scheme; of who acted the unit's posts and bodies. */
function wordsFor(
  { choices, words, usual, shape, schema }: RecordFlag,
  { unit, scheme }: Around,
): readonly OfferedWord[] {
  const plain = (values: readonly string[]) => values.map((value) => ({ value, label: value }));
  if (choices.length > 0) return plain(choices);
  if (words !== undefined) return plain(wordsOf(scheme)[words]);
  if (usual !== undefined) return plain(usualWordsOf(scheme)[usual]);
  if (shape !== 'actor') return [];
  const { leadingGroup, office, disciplineBody } = scheme.words;
  const departments = 'department' in shapeOf(schema) ? records('department', unit) : [];
  return [
    ...plain([leadingGroup, office, disciplineBody]),
    ...departments,
    ...records('post', unit),
  ];
}

function records(kind: 'department' | 'post', unit: Unit): readonly OfferedWord[] {
  return recordsNamed(kind, unit).map(({ id, name }) => ({
    value: `${kind}/${id}`,
    label: name === '' ? id : `${name}（${id}）`,
  }));
}

async function askReference(
  prompts: Prompts,
  { references, title, shape, needed }: RecordFlag,
  { unit }: Around,
): Promise<Answer> {
  const known = recordsNamed(references!, unit);
  if (known.length === 0) return undefined;
  const options = known.map(({ id, name }) => ({
    value: id,
    label: name === '' ? id : `${name}（${id}）`,
  }));
  if (shape === 'text') {
    const id = await pick(prompts, `${title}？`, options, needed ? undefined : SKIP);
    return id === undefined ? undefined : [id];
  }
  const ids = await kept(
    prompts.multiselect({
      message: `${title}？（空格选择，可不选）`,
      required: needed,
      maxItems: 12,
      showInstructions: false,
      options,
    }),
  );
  return ids.length === 0 ? undefined : ids;
}

async function askText(prompts: Prompts, flag: RecordFlag, more = ''): Promise<string> {
  const { title, needed, shape } = flag;
  const hint = shape === 'day' ? '（如 2026-03-31）' : '';
  const answer = await kept(
    prompts.text({
      message: `${title}${more}？${hint}`,
      validate: (value = '') => faultOf(value.trim(), shape, needed && more === ''),
    }),
  );
  return (answer ?? '').trim();
}

function faultOf(text: string, shape: RecordFlag['shape'], needed: boolean): string | undefined {
  if (text === '') return needed ? '须填写' : undefined;
  if (shape === 'day' && dayWritten(text) === undefined)
    return '写成 2026-03-31、2026年3月31日的形式';
  if (shape === 'number' && !Number.isFinite(Number(text))) return '应是数字';
  return undefined;
}

async function askSeveral(prompts: Prompts, flag: RecordFlag): Promise<Answer> {
  const texts: string[] = [];
  for (;;) {
    const more = texts.length === 0 ? '' : `，第 ${texts.length + 1} 条，没有了按回车`;
    const text = await askText(prompts, flag, more);
    if (text === '') return texts.length === 0 ? undefined : texts;
    texts.push(text);
  }
}

/** Map after map, key after key; a first key that is left blank ends it. */
async function askRows(prompts: Prompts, { title, schema }: RecordFlag): Promise<Answer> {
  const rows: string[] = [];
  for (;;) {
    const parts: string[] = [];
    for (const [key, field] of Object.entries(shapeOf(schema))) {
      const label = metaOf(field).title ?? key;
      const first = parts.length === 0 ? `${title}，第 ${rows.length + 1} 条，没有了按回车。` : '';
      const value = await kept(prompts.text({ message: `${first}${label}？` }));
      if ((value ?? '').trim() !== '') parts.push(`${key}=${value.trim()}`);
      else if (parts.length === 0) break;
    }
    if (parts.length === 0) return rows.length === 0 ? undefined : rows;
    rows.push(parts.join(','));
  }
}
