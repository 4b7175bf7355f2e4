import type { CommonArgs, Io } from '../../io.ts';
import { ExitCode } from '../../io.ts';
import type { Scheme } from '../../model/scheme.ts';
import type { Rerating } from '../../signoff/states/rerating.ts';
import { reratings } from '../../signoff/states/rerating.ts';
import type { SubjectState } from '../../signoff/states/sign-off-states.ts';
import { signOffStates } from '../../signoff/states/sign-off-states.ts';
import { chooseUnit } from '../choose-unit.ts';
import { openHere } from '../open-here.ts';
import { subjectsNamed } from './choose-subjects.ts';
import { checkDay } from './act-on-subjects.ts';
import { nameOf } from './tell.ts';
import { SIGN_STATES } from '../../signoff/states/progress.ts';

export type ReviewListArgs = CommonArgs & {
  readonly subjects: readonly string[];
  readonly unit?: string;
  readonly asOf?: string;
  readonly json?: boolean;
};

/** `lianfang review list`: where every subject stands in its chain, and what is to be re-rated. */
export async function reviewList(args: ReviewListArgs, io: Io): Promise<ExitCode> {
  if (args.asOf !== undefined) checkDay(args.asOf);
  const opened = await openHere(io, args);
  const { unit, resolved, relations, assessment } = chooseUnit(opened, args, io);
  const { scheme } = resolved;
  const { edition } = opened.project.config;
  const states = signOffStates({ unit, scheme, relations }, assessment, {
    ...(args.asOf !== undefined && { asOf: args.asOf }),
    ...(edition !== undefined && { edition }),
  });
  const asOf = args.asOf === undefined ? {} : { asOf: args.asOf };
  const shown =
    args.subjects.length === 0
      ? states.subjects
      : subjectsNamed(args.subjects, states, unit).map(({ state }) => state);
  const keys = new Set(shown.map(({ subject }) => subject.key));
  const again = reratings({ scheme, relations }, states, asOf).filter(({ subject }) =>
    keys.has(subject),
  );
  if (args.json === true) {
    const data = { subjects: shown.map(asData), reratings: again };
    io.out(`${JSON.stringify(data, undefined, 2)}\n`);
    return ExitCode.ok;
  }
  for (const state of shown) io.out(`${lineOf(state, scheme)}\n`);
  if (again.length > 0) {
    io.out('\n重评清单\n');
    for (const one of again) io.out(`${reratingLine(one)}\n`);
  }
  return ExitCode.ok;
}

function lineOf(state: SubjectState, scheme: Scheme): string {
  const { chain, items, next, due } = state;
  const steps = chain.steps.map(({ stage }, index) => {
    const isDone = items.length > 0 && items.every((one) => one.next > index);
    return isDone ? `${stage}✓` : stage;
  });
  const stale = items.flatMap(({ item, stale: one }) =>
    one === undefined ? [] : [`「${item.name}」${one.reasons.join('、')}`],
  );
  const parts = [
    `${nameOf(state, scheme)} ${SIGN_STATES[state.state]}`,
    steps.join(' → '),
    next === undefined ? '' : `下一环节「${next.stage}」${who(state, scheme)}`,
    stale.length === 0 ? '' : `变动：${stale.join('；')}`,
    due === undefined || next === undefined ? '' : `应于 ${due} 前办完`,
  ];
  return parts.filter((part) => part !== '').join('；');
}

function who({ next }: SubjectState, { words }: Scheme): string {
  if (next === undefined) return '';
  const roles: Readonly<Record<string, string>> = {
    departmentHead: words.departmentHead,
    leaderInCharge: words.leaderInCharge,
    head: '主要负责人',
  };
  const posts = next.actors.join('、');
  return `（${roles[next.by] ?? next.by}${posts === '' ? '' : ` ${posts}`}）`;
}

function reratingLine({ subject, name, level, reasons }: Rerating): string {
  return `${subject} 「${name}」${level === undefined ? '' : `现为${level}，`}${reasons.join('、')}`;
}

function asData({ subject, state, chain, items, next, due, signOffs }: SubjectState) {
  return {
    subject: subject.key,
    name: subject.name,
    state: SIGN_STATES[state],
    steps: chain.steps.map(({ stage, by, kind, actors }, index) => ({
      stage,
      by,
      kind,
      actors,
      done: items.every((one) => one.next > index),
    })),
    passedOver: chain.passedOver,
    next: next?.stage,
    due,
    items: items.map((one) => ({
      key: one.item.key,
      name: one.item.name,
      level: one.item.level(() => false),
      state: SIGN_STATES[one.state],
      next: chain.steps[one.next]?.stage,
      changed: one.stale?.reasons ?? [],
    })),
    records: signOffs.map(({ record, state: signed }) => ({
      id: record.id,
      stage: record.stage,
      act: record.act,
      on: record.on,
      by: record.by,
      state: SIGN_STATES[signed],
    })),
  };
}
