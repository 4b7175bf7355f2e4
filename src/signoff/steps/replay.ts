import type { Entity } from '../../model/common.ts';
import type { Review } from '../../model/kinds/year/review.ts';
import type { Relations } from '../../scheme/relations.ts';
import type { Chain, ChainStep } from './chain.ts';
import { ROLES } from './chain.ts';
import type { ReviewSubject } from './subjects.ts';

/** A record that cannot be right, whatever its content. */
export type ReplayFault = {
  readonly kind:
    'subject' | 'stage' | 'body' | 'twice' | 'order' | 'dates' | 'self' | 'attendance' | 'returnTo';
  readonly record: Entity<Review>;
  readonly message: string;
};

/** How far one item has come in the present round. */
export type Track = {
  /** What was done, by stage, in the order in which it was done. */
  readonly round: ReadonlyMap<string, Entity<Review>>;
  /** The same by the steps of the chain as it is today. */
  readonly done: readonly (Entity<Review> | undefined)[];
  /** The return that nobody has answered yet. */
  readonly returned: Entity<Review> | undefined;
  /** The last step of the chain, as it was then, is behind it: a new chain asks for nothing more. */
  readonly isThrough: boolean;
};

export type Replayed = {
  readonly trackOf: (key: string) => Track;
  readonly faults: readonly ReplayFault[];
};

type MutableTrack = {
  readonly round: Map<string, Entity<Review>>;
  returned: Entity<Review> | undefined;
  isThrough: boolean;
};

/**
 * Goes through the records of one subject in the order in which they were written. Each is judged by
 * the chain that it names itself: who heads or is in charge of what may have changed since.
 */
export function replay(
  records: readonly Entity<Review>[],
  chain: Chain,
  subject: ReviewSubject,
  relations: Relations,
): Replayed {
  const tracks = new Map<string, MutableTrack>();
  const faults: ReplayFault[] = [];
  const stages = chain.steps.map(({ stage }) => stage);
  const trackOf = (key: string): MutableTrack => {
    let track = tracks.get(key);
    if (track === undefined) {
      tracks.set(key, (track = { round: new Map(), returned: undefined, isThrough: false }));
    }
    return track;
  };
  for (const record of records) {
    if (record.act === '建议提级') continue;
    const line = record.chain.length > 0 ? record.chain : stages;
    const fault = (kind: ReplayFault['kind'], message: string) =>
      void faults.push({ kind, record, message });
    if (!line.includes(record.stage)) {
      const all = line.join('、');
      fault('stage', `「${subject.name}」的审核链没有环节「${record.stage}」，有：${all}`);
      continue;
    }
    const step = chain.steps.find(({ stage }) => stage === record.stage);
    const by = record.role ?? step?.by;
    if (by !== undefined) {
      for (const message of wrongActor(record, by, subject)) fault('body', message);
    }
    // Of discussions the earlier versions did not ask how many attended.
    if (step !== undefined && (step.kind === 'decide' || record.attendance !== undefined)) {
      for (const message of attendanceFaults(record, step, subject, relations)) {
        fault('attendance', message);
      }
    }
    const items = Object.keys(record.items).map((key) => ({ key, track: trackOf(key) }));
    for (const [kind, message] of historyFaults(record, line, items)) fault(kind, message);
    for (const { track } of items) advance(track, record, line);
  }
  return {
    trackOf: (key) => {
      const track = trackOf(key);
      return { ...track, done: stages.map((stage) => track.round.get(stage)) };
    },
    faults,
  };
}

/** What an act does to one item: it undoes what comes at or after it, and is done itself. */
function advance(track: MutableTrack, record: Entity<Review>, line: readonly string[]): void {
  const isReturn = record.act === '退回';
  const from = line.indexOf(isReturn ? (record.returnTo ?? '') : record.stage);
  if (from <= 0) track.round.clear();
  else for (const stage of line.slice(from)) track.round.delete(stage);
  if (!isReturn) track.round.set(record.stage, record);
  track.returned = isReturn ? record : undefined;
  track.isThrough = !isReturn && line.at(-1) === record.stage;
}

/** The record with which the round began: whoever filled in. */
export function fillerOf({ round }: Pick<Track, 'round'>): Entity<Review> | undefined {
  return round.values().next().value;
}

/** Where a return sends back to: the step named, or the submission where that step does not apply. */
export function returnIndex(stage: string | undefined, chain: Chain): number {
  return Math.max(
    0,
    chain.steps.findIndex((step) => step.stage === stage),
  );
}

/** Whether the kind of actor is the one that the scheme's word asks for: a post, or just this body. */
export function wrongActor(
  { by, stage }: Pick<Review, 'by' | 'stage'>,
  word: string,
  { name }: ReviewSubject,
): string[] {
  if (by?.post === undefined && by?.body === undefined && by?.person === undefined) {
    return [`「${stage}」没有写明由谁办理`];
  }
  if (ROLES.has(word)) {
    return by.body === undefined ? [] : [`「${name}」的「${stage}」由岗位办理，不是「${by.body}」`];
  }
  return by.body === word
    ? []
    : [`「${name}」的「${stage}」由「${word}」办理，不是「${by.body ?? by.post ?? ''}」`];
}

/** Whether enough attended where a body decides. */
export function attendanceFaults(
  { act, stage, attendance }: Pick<Review, 'act' | 'stage' | 'attendance'>,
  { collective, kind, fullAttendanceBelow, ofDepartment }: ChainStep,
  { department }: ReviewSubject,
  relations: Relations,
): string[] {
  if (!collective || act === '退回') return [];
  if (attendance === undefined) {
    return [`「${stage}」由集体${kind === 'decide' ? '决定' : '讨论'}，没有写明到会人数`];
  }
  const { present, of } = attendance;
  if (present > of) return [`「${stage}」到会 ${present} 人，多于应到 ${of} 人`];
  if (present === 0) return [`「${stage}」到会 0 人，不能作出决定`];
  const isOfDepartment = ofDepartment || fullAttendanceBelow !== undefined;
  if (!isOfDepartment || department === undefined) return [];
  const people = relations.postsOf(department).reduce((sum, post) => sum + post.headcount, 0);
  if (of > people) return [`该部门 ${people} 人，「${stage}」应到 ${of} 人，多于部门人数`];
  if (fullAttendanceBelow === undefined) return [];
  if (people >= fullAttendanceBelow) return [];
  if (present >= people) return [];
  return [
    `该部门 ${people} 人，不足 ${fullAttendanceBelow} 人，须全员到会，「${stage}」到会 ${present} 人`,
  ];
}

type Tracked = { readonly key: string; readonly track: MutableTrack };

function historyFaults(
  record: Entity<Review>,
  line: readonly string[],
  items: readonly Tracked[],
): [ReplayFault['kind'], string][] {
  const found: [ReplayFault['kind'], string][] = [];
  const { stage, on, by, act, kind, attendance } = record;
  const index = line.indexOf(stage);
  const twice = items.find(({ key, track }) => isSame(track.round.get(stage), record, key));
  if (twice !== undefined && act !== '退回' && index > 0) {
    found.push([
      'twice',
      `「${stage}」已由记录「${twice.track.round.get(stage)!.id}」办过，内容没有变`,
    ]);
  }
  const before = line.slice(0, index);
  const missing = before.find((one) => items.some(({ track }) => !track.round.has(one)));
  if (missing !== undefined) found.push(['order', `「${stage}」之前的「${missing}」还没有办`]);
  if (on === undefined) found.push(['dates', `「${stage}」没有写日期`]);
  const later = items
    .flatMap(({ track }) => [track.returned, ...before.map((one) => track.round.get(one))])
    .filter((one) => one?.on !== undefined && on !== undefined && one.on > on)
    .toSorted((a, b) => (a!.on! < b!.on! ? 1 : -1))[0];
  if (later !== undefined) {
    found.push(['dates', `「${stage}」${on}，早于「${later.stage}」的 ${later.on}`]);
  }
  const filler = items.map(({ track }) => fillerOf(track)?.by?.post).find((post) => post);
  const isOwn = isOwnWork(kind, attendance !== undefined, by?.post, filler);
  if (isOwn && act !== '退回' && index > 0) {
    found.push(['self', `「${stage}」由填报人自己审核`]);
  }
  return found;
}

/** Nobody decides alone on what they filled in; a body of which they are one of several may. */
export function isOwnWork(
  kind: ChainStep['kind'],
  isCollective: boolean,
  post: string | undefined,
  filler: string | undefined,
): boolean {
  return kind === 'decide' && !isCollective && post !== undefined && post === filler;
}

function isSame(before: Review | undefined, record: Review, key: string): boolean {
  if (before === undefined || before.items[key] !== record.items[key]) return false;
  return (
    before.basis[key] === record.basis[key] &&
    before.levels[key] === record.levels[key] &&
    before.scheme === record.scheme
  );
}
