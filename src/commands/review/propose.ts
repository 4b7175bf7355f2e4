import { UsageError } from '../../errors.ts';
import type { CommonArgs, Io } from '../../io.ts';
import { ExitCode } from '../../io.ts';
import type { ReviewDraft } from '../../signoff/steps/plan-act.ts';
import { ofSubject, signedFor } from '../../signoff/steps/plan-act.ts';
import { seal } from '../../signoff/digests/seal.ts';
import { signOffStates } from '../../signoff/states/sign-off-states.ts';
import { chooseUnit } from '../choose-unit.ts';
import { openHere } from '../open-here.ts';
import { nextId } from '../next-id.ts';
import { writeFiles } from '../write-files.ts';
import { subjectsNamed } from './choose-subjects.ts';
import { chainFaults, checkDay, filesOf } from './act-on-subjects.ts';
import { proposalLetters } from './proposal-letter.ts';
import { nameOf } from './tell.ts';
import { lengthenedList } from './write-records.ts';

export type ProposeArgs = CommonArgs & {
  readonly subject: string;
  readonly unit?: string;
  readonly level: string;
  readonly on: string;
  readonly by?: string;
  readonly body?: string;
  readonly opinion: string;
  readonly dryRun?: boolean;
};

/** The stage under which proposals stand; it is no step of any chain. */
const STAGE = '提级建议';

/**
 * `lianfang review propose`: the discipline body proposes to raise a level (建议提级). The level stays
 * until the deciding body records another; until then it stands in the list of what is to be re-rated.
 */
export async function propose(args: ProposeArgs, io: Io): Promise<ExitCode> {
  checkDay(args.on);
  const opened = await openHere(io, args);
  const assessed = chooseUnit(opened, args, io);
  const { unit, resolved, relations, assessment } = assessed;
  const { scheme } = resolved;
  const states = signOffStates({ unit, scheme, relations }, assessment);
  const { state, items } = subjectsNamed([args.subject], states, unit)[0]!;
  const levels = scheme.levels.map(({ id }) => id);
  const wanted = levels.indexOf(args.level);
  if (wanted < 0) {
    throw new UsageError(`没有等级「${args.level}」`, `可选：${levels.join('、')}`);
  }
  if (args.by === undefined && args.body === undefined) {
    throw new UsageError('须写明由谁建议', '用 --body 写机构，或用 --by 写岗位');
  }
  const name = nameOf(state, scheme);
  const item = state.items.find((one) =>
    items.length === 0 ? one.item.level(() => false) !== undefined : one.item.risk?.id === items[0],
  )?.item;
  const now = item?.level(() => false);
  const refusals = [
    ...(item === undefined || now === undefined ? [`${name}没有等级，无从建议提高`] : []),
    ...(now !== undefined && levels.indexOf(now) <= wanted
      ? [`${name}现为${now}，${args.level}并不更高`]
      : []),
    ...(args.by !== undefined && !relations.postById.has(args.by)
      ? [`没有岗位「${args.by}」`]
      : []),
  ];
  if (item === undefined || refusals.length > 0) {
    for (const refusal of refusals) io.err(`${refusal}\n`);
    return ExitCode.findings;
  }
  const draft: ReviewDraft = {
    formerly: [],
    ignore: [],
    extra: {},
    of: ofSubject(state),
    stage: STAGE,
    chain: [],
    kind: 'consult',
    act: '建议提级',
    by: {
      ...(args.by !== undefined && { post: args.by }),
      ...(args.body !== undefined && { body: args.body }),
    },
    on: args.on,
    opinion: args.opinion,
    returned: [],
    ...signedFor([item], { stage: STAGE, parts: [] }, state),
    proposed: { [item.key]: args.level },
    holders: [],
    scheme: states.freshness.scheme,
    attachments: [],
  };
  const records = seal([draft], unit);
  const faults = chainFaults(assessed, records);
  if (faults.length > 0) {
    for (const fault of faults) io.err(`${fault}\n`);
    return ExitCode.findings;
  }
  const about = `“${item.name}”的${scheme.words.level}`;
  const letters = proposalLetters(scheme, {
    id: nextId('letter', unit, 1),
    by: draft.by,
    posts: state.subject.post === undefined ? [] : [state.subject.post.id],
    risks: item.risk === undefined ? [] : [item.risk.id],
    subject: `提高${about}`,
    facts: [args.opinion],
    matters: [`将${about}由${now}调整为${args.level}`],
    on: args.on,
  });
  const files = [
    ...filesOf(opened, assessed, records, states),
    ...(letters.length === 0
      ? []
      : [
          lengthenedList(opened, unit, 'letters', { records: letters, after: unit.letters.at(-1) }),
        ]),
  ];
  writeFiles(opened.root.path, files, { ...args, force: true });
  io.out(`${records[0]!.id} ${name} 「${item.name}」建议由${now}提为${args.level}\n`);
  return ExitCode.ok;
}
