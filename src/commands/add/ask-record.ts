import type { CalendarInput } from '../../calendar/calendar-input.ts';
import { obligationsOf } from '../../calendar/obligations/obligations.ts';
import type { Kind } from '../../model/kinds.ts';
import { KINDS } from '../../model/kinds.ts';
import type { Unit } from '../../model/project.ts';
import { askField, GAVE_UP, kept, pick } from './ask-field.ts';
import type { Prompts } from './ask-field.ts';
import { withDuty } from './fill-from-duty.ts';
import type { GivenFlags } from './flag-values.ts';
import { recordsNamed } from './flag-values.ts';
import type { RecordFlag } from './record-flags.ts';
import { parentOf } from './record-flags.ts';

/** What was answered: flags as the command line would have them. */
type Answers = { readonly given: GivenFlags; readonly all: boolean };

/**
 * Asks at the terminal for a record: first which duty it discharges, then what a clerk is asked for first,
 * then what else is to be written. undefined if the person gave up.
 */
export async function askForRecord(
  kind: Kind,
  flags: readonly RecordFlag[],
  input: CalendarInput,
): Promise<Answers | undefined> {
  const prompts = await import('@clack/prompts');
  prompts.intro(`增加${KINDS[kind].title}（回车跳过不写的，Ctrl+C 放弃）`);
  try {
    const answers = await answersTo(prompts, kind, flags, input);
    const confirmed = await kept(
      prompts.confirm({ message: '写入？', active: '写入', inactive: '不写' }),
    );
    return confirmed ? answers : undefined;
  } catch (error) {
    if (error === GAVE_UP) return undefined;
    throw error;
  }
}

async function answersTo(
  prompts: Prompts,
  kind: Kind,
  flags: readonly RecordFlag[],
  input: CalendarInput,
): Promise<Answers> {
  const given: Record<string, readonly string[] | true> = {};
  const { unit, scheme } = input;
  const parent = parentOf(kind);
  if (parent !== undefined) given[parent] = [await askParent(prompts, parent, unit)];
  const duty = await askDuty(prompts, kind, input);
  if (duty !== undefined) given['duty'] = [duty];
  const said = withDuty(kind, duty === undefined ? {} : { duty: [duty] }, input);
  const { asks = [] } = KINDS[kind].numbered ?? {};
  const first = asks.flatMap((key) => flags.filter(({ path }) => path[0] === key));
  const isSaid = ({ path: [key = ''] }: RecordFlag) => said[key] !== undefined || key === 'duty';
  const all = await askAll(prompts, kind, duty, input);
  const ask = async (flag: RecordFlag) => {
    const words = await askField(prompts, flag, { unit, scheme });
    if (words !== undefined) given[flag.name] = words;
  };
  const ofWhom = new Set(['post', 'person', 'posts', 'departments', 'unit']);
  for (const flag of first) {
    if (isSaid(flag) || (all && ofWhom.has(flag.path[0] ?? ''))) continue;
    await ask(flag);
  }
  const rest = flags.filter((flag) => !first.includes(flag) && !isSaid(flag));
  const more = await kept(
    prompts.multiselect({
      message: '还要写哪些？（空格选择，回车确认，可不选）',
      required: false,
      showInstructions: false,
      options: rest.map(({ name, title }) => ({ value: name, label: title })),
    }),
  );
  for (const flag of rest) if (more.includes(flag.name)) await ask(flag);
  return { given, all };
}

/** Which kind of record is to be added; undefined if the person gave up. */
export async function askKind(kinds: readonly Kind[]): Promise<Kind | undefined> {
  const prompts = await import('@clack/prompts');
  const options = kinds.map((kind) => ({ value: kind, label: KINDS[kind].title }));
  try {
    return await kept(
      prompts.select<Kind>({ message: '增加哪一种记录？', showInstructions: false, options }),
    );
  } catch (error) {
    if (error === GAVE_UP) return undefined;
    throw error;
  }
}

/** Which duty of the scheme the record discharges; undefined: none. */
async function askDuty(prompts: Prompts, kind: Kind, input: CalendarInput) {
  const duties = input.scheme.duties.filter(({ record }) => record.some((one) => one === kind));
  if (duties.length === 0) return undefined;
  const open = obligationsOf(input).filter(({ doneOn }) => doneOn === undefined);
  const options = duties.map(({ id, title }) => {
    const left = open.filter((one) => one.duty.id === id).length;
    return { value: id, label: title, hint: left === 0 ? '都已办结' : `尚有 ${left} 项未办` };
  });
  const none = { value: '', label: '不是方案要求办理的' };
  const duty = await pick(prompts, '办的是哪一项？', [...options, none]);
  return duty === '' ? undefined : duty;
}

/** Whether a record is to be written for each of whom the duty is still open. */
async function askAll(
  prompts: Prompts,
  kind: Kind,
  duty: string | undefined,
  input: CalendarInput,
) {
  const open = obligationsOf(input).filter(
    ({ duty: { id }, subject, doneOn }) =>
      id === duty &&
      doneOn === undefined &&
      ['person', 'post', 'department', 'power'].includes(subject.kind),
  );
  if (duty === undefined || open.length < 2) return false;
  return kept(
    prompts.confirm({
      message: `${open.length} 个对象各记一条${KINDS[kind].title}？`,
      active: '各记一条',
      inactive: '只记一条',
    }),
  );
}

async function askParent(prompts: Prompts, parent: Kind, unit: Unit): Promise<string> {
  const options = recordsNamed(parent, unit).map(({ id, name }) => ({
    value: id,
    label: name === '' ? id : `${name}（${id}）`,
  }));
  return kept(
    prompts.select({
      message: `在哪一次${KINDS[parent].title}中？`,
      showInstructions: false,
      options,
    }),
  );
}
