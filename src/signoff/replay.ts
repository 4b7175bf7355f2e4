import type { Entity } from '../model/common.ts';
import type { Review } from '../model/records.ts';
import type { Relations } from '../scheme/relations.ts';
import type { Chain, ChainStep } from './chain.ts';
import type { ReviewSubject } from './subjects.ts';

/** A record that cannot be right, whatever its content. */
export type ReplayFault = {
  readonly kind:
    'subject' | 'stage' | 'body' | 'twice' | 'order' | 'dates' | 'self' | 'attendance' | 'returnTo';
  readonly record: Entity<Review>;
  readonly message: string;
};

/** How far one item has come: the record of each step in the present round. */
export type Track = {
  readonly done: readonly (Entity<Review> | undefined)[];
  /** The return that nobody has answered yet. */
  readonly returned: Entity<Review> | undefined;
};

export type Replayed = {
  readonly trackOf: (key: string) => Track;
  readonly faults: readonly ReplayFault[];
};

type MutableTrack = { done: (Entity<Review> | undefined)[]; returned: Entity<Review> | undefined };

/** Goes through the records of one subject in the order in which they were written. */
export function replay(
  records: readonly Entity<Review>[],
  chain: Chain,
  subject: ReviewSubject,
  relations: Relations,
): Replayed {
  const tracks = new Map<string, MutableTrack>();
  const faults: ReplayFault[] = [];
  const trackOf = (key: string): MutableTrack => {
    let track = tracks.get(key);
    if (track === undefined) tracks.set(key, (track = { done: [], returned: undefined }));
    return track;
  };
  for (const record of records) {
    if (record.act === '建议提级') continue;
    const fault = (kind: ReplayFault['kind'], message: string) =>
      void faults.push({ kind, record, message });
    const index = chain.steps.findIndex(({ stage }) => stage === record.stage);
    const step = chain.steps[index];
    if (step === undefined) {
      const stages = chain.steps.map(({ stage }) => stage).join('、');
      fault('stage', `「${subject.name}」的审核链没有环节「${record.stage}」，有：${stages}`);
      continue;
    }
    for (const message of wrongActor(record, step, subject)) fault('body', message);
    for (const message of attendanceFaults(record, step, subject, relations)) {
      fault('attendance', message);
    }
    const items = Object.keys(record.items).map((key) => ({ key, track: trackOf(key) }));
    for (const [kind, message] of historyFaults(record, index, chain, items)) fault(kind, message);
    for (const { track } of items) {
      if (record.act === '退回') {
        track.done.length = Math.min(track.done.length, returnIndex(record.returnTo, chain));
        track.returned = record;
      } else {
        track.done.length = index;
        track.done[index] = record;
        track.returned = undefined;
      }
    }
  }
  return { trackOf: (key) => tracks.get(key) ?? { done: [], returned: undefined }, faults };
}

/** Where a return sends back to: the step named, or the submission where that step does not apply. */
export function returnIndex(stage: string | undefined, chain: Chain): number {
  return Math.max(
    0,
    chain.steps.findIndex((step) => step.stage === stage),
  );
}

/** Who must act at a step, as messages say it. */
export function wrongActor(
  { by, stage }: Pick<Review, 'by' | 'stage'>,
  step: ChainStep,
  { name }: ReviewSubject,
): string[] {
  if (by?.post === undefined && by?.body === undefined && by?.person === undefined) {
    return [`「${stage}」没有写明由谁办理`];
  }
  if (step.isRole) {
    return by.body === undefined ? [] : [`「${name}」的「${stage}」由岗位办理，不是「${by.body}」`];
  }
  return by.body === step.by
    ? []
    : [`「${name}」的「${stage}」由「${step.by}」办理，不是「${by.body ?? by.post ?? ''}」`];
}

/** Whether enough attended where a body decides. */
export function attendanceFaults(
  { act, stage, attendance }: Pick<Review, 'act' | 'stage' | 'attendance'>,
  { collective, kind, fullAttendanceBelow }: ChainStep,
  { department }: ReviewSubject,
  relations: Relations,
): string[] {
  if (!collective || kind !== 'decide' || act === '退回') return [];
  if (attendance === undefined) return [`「${stage}」由集体决定，没有写明到会人数`];
  const { present, of } = attendance;
  if (present > of) return [`「${stage}」到会 ${present} 人，多于应到 ${of} 人`];
  if (present === 0) return [`「${stage}」到会 0 人，不能作出决定`];
  if (fullAttendanceBelow === undefined || department === undefined) return [];
  const people = relations.postsOf(department).reduce((sum, post) => sum + post.headcount, 0);
  if (people >= fullAttendanceBelow) return [];
  if (present >= people) return [];
  return [
    `该部门 ${people} 人，不足 ${fullAttendanceBelow} 人，须全员到会，「${stage}」到会 ${present} 人`,
  ];
}

type Tracked = { readonly key: string; readonly track: MutableTrack };

function historyFaults(
  record: Entity<Review>,
  index: number,
  { steps }: Chain,
  items: readonly Tracked[],
): [ReplayFault['kind'], string][] {
  const found: [ReplayFault['kind'], string][] = [];
  const { stage, on, by } = record;
  const twice = items.find(({ key, track }) => isSame(track.done[index], record, key));
  if (twice !== undefined && record.act !== '退回' && index > 0) {
    found.push(['twice', `「${stage}」已由记录「${twice.track.done[index]!.id}」办过，内容没有变`]);
  }
  const missing = steps.slice(0, index).find((_, at) => items.some(({ track }) => !track.done[at]));
  if (missing !== undefined) {
    found.push(['order', `「${stage}」之前的「${missing.stage}」还没有办`]);
  }
  if (on === undefined) found.push(['dates', `「${stage}」没有写日期`]);
  const before = items
    .flatMap(({ track }) => [track.returned, ...track.done.slice(0, index)])
    .filter((one) => one?.on !== undefined && on !== undefined && one.on > on)
    .toSorted((a, b) => (a!.on! < b!.on! ? 1 : -1))[0];
  if (before !== undefined) {
    found.push(['dates', `「${stage}」${on}，早于「${before.stage}」的 ${before.on}`]);
  }
  const step = steps[index]!;
  const filler = items.map(({ track }) => track.done[0]?.by?.post).find((post) => post);
  if (isOwnWork(step, by?.post, filler) && record.act !== '退回' && index > 0) {
    found.push(['self', `「${stage}」由填报人自己审核`]);
  }
  return found;
}

/** Nobody decides alone on what they filled in; a body of which they are one of several may. */
export function isOwnWork(
  { kind, collective }: ChainStep,
  post: string | undefined,
  filler: string | undefined,
): boolean {
  return kind === 'decide' && !collective && post !== undefined && post === filler;
}

function isSame(before: Review | undefined, record: Review, key: string): boolean {
  if (before === undefined || before.items[key] !== record.items[key]) return false;
  return (
    before.basis[key] === record.basis[key] &&
    before.levels[key] === record.levels[key] &&
    before.scheme === record.scheme
  );
}
