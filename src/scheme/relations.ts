import type { Entity } from '../model/common.ts';
import type { Department } from '../model/kinds/department.ts';
import type { Measure } from '../model/kinds/measure.ts';
import type { Person } from '../model/kinds/person.ts';
import type { Post } from '../model/kinds/post.ts';
import type { Power } from '../model/kinds/power.ts';
import type { RiskPoint } from '../model/kinds/risk.ts';
import type { Unit } from '../model/project.ts';
import type { Rank, Scheme, SchemeSubject } from '../model/scheme.ts';
import { groupBy, push } from '../util/group-by.ts';

/** Who belongs to whom in one unit. Lists hold open records only; the maps hold closed ones too. */
export type Relations = {
  readonly departments: readonly Entity<Department>[];
  readonly posts: readonly Entity<Post>[];
  readonly powers: readonly Entity<Power>[];
  readonly risks: readonly Entity<RiskPoint>[];
  readonly measures: readonly Entity<Measure>[];
  readonly departmentById: ReadonlyMap<string, Entity<Department>>;
  readonly postById: ReadonlyMap<string, Entity<Post>>;
  readonly powerById: ReadonlyMap<string, Entity<Power>>;
  readonly riskById: ReadonlyMap<string, Entity<RiskPoint>>;
  readonly measureById: ReadonlyMap<string, Entity<Measure>>;
  readonly personById: ReadonlyMap<string, Entity<Person>>;
  readonly rankOf: (post: Post) => Rank | undefined;
  readonly tierOf: (post: Post) => string | undefined;
  /** A member of the 领导班子. */
  readonly isLeader: (post: Post) => boolean;
  /** 主要负责人 of the unit. */
  readonly isHead: (post: Post) => boolean;
  readonly headOf: (departmentId: string) => Entity<Post> | undefined;
  /** Leaders in charge (分管领导) of a department or, by inheritance, of those above it. */
  readonly leadersInChargeOf: (departmentId: string) => readonly Entity<Post>[];
  readonly postsOf: (departmentId: string) => readonly Entity<Post>[];
  readonly risksOfPost: (postId: string) => readonly Entity<RiskPoint>[];
  readonly risksOfDepartment: (departmentId: string) => readonly Entity<RiskPoint>[];
  readonly risksOfUnit: readonly Entity<RiskPoint>[];
  readonly risksOfPower: (powerId: string) => readonly Entity<RiskPoint>[];
  readonly risksOfStep: (powerId: string, stepId: string) => readonly Entity<RiskPoint>[];
  readonly measuresOf: (riskId: string) => readonly Entity<Measure>[];
  /** 共性措施: those on the point's power, post or department as a whole that do not name the point. */
  readonly commonMeasuresOf: (risk: RiskPoint) => readonly Entity<Measure>[];
  /** 共性风险点 of others that also apply to this post. */
  readonly commonRisksFor: (post: Post) => readonly Entity<RiskPoint>[];
  /** Points that a leader answers for through the departments in charge; a view, never counted twice. */
  readonly derivedRisksFor: (post: Post) => readonly Entity<RiskPoint>[];
};

/** Which of the three subjects a point belongs to; undefined while none is named. */
export function subjectOf(risk: RiskPoint): SchemeSubject | undefined {
  if (risk.post !== undefined) return 'post';
  if (risk.department !== undefined) return 'department';
  return risk.unit === undefined ? undefined : 'unit';
}

/** The department that a point or review names, else that of its post. */
export function departmentOf(
  {
    department,
    post,
  }: { readonly department?: string | undefined; readonly post?: string | undefined },
  { postById }: Pick<Relations, 'postById'>,
): string | undefined {
  return department ?? postById.get(post ?? '')?.department;
}

/** Those who hold a post now. */
export function presentHolders({ holders }: Post): Post['holders'] {
  return holders.filter(({ until }) => until === undefined);
}

/** Not 终止. */
export function isOpen(record: { readonly closed?: unknown }): boolean {
  return record.closed === undefined;
}

const NONE: readonly never[] = [];

export function relate(unit: Unit, scheme: Scheme): Relations {
  const rankById = new Map(scheme.ranks.map((rank) => [rank.id, rank]));
  const leaderTiers = new Set(scheme.tiers.filter((tier) => tier.leader).map((tier) => tier.id));
  const rankOf = (post: Post) => (post.rank === undefined ? undefined : rankById.get(post.rank));
  const tierOf = (post: Post) => post.tier ?? rankOf(post)?.tier;
  const isLeader = (post: Post) => leaderTiers.has(tierOf(post) ?? '');

  const departments = unit.departments.filter(isOpen);
  const posts = unit.posts.filter(isOpen);
  const risks = unit.risks.filter(isOpen);
  const measures = unit.measures.filter(isOpen);
  const departmentById = byId(unit.departments);
  const postById = byId(unit.posts);
  const postsOf = lookup(groupBy(posts, (post) => post.department));
  const leadersInCharge = groupByEach(posts, ({ inChargeOf }) => inChargeOf);

  const risksOfPost = lookup(groupBy(risks, (risk) => risk.post));
  const risksOfDepartment = lookup(groupBy(risks, (risk) => risk.department));
  const onPower = lookup(groupByEach(measures, ({ powers }) => powers));
  const onPost = lookup(groupByEach(measures, ({ posts: of }) => of));
  const onDepartment = lookup(groupByEach(measures, ({ departments: of }) => of));
  const commonMeasuresOf = ({ id, power = '', post = '', department = '' }: RiskPoint) => {
    const all = [...onPower(power), ...onPost(post), ...onDepartment(department)];
    return [...new Set(all)].filter((measure) => !measure.risks.includes(id));
  };
  const common = risks.filter((risk) => risk.appliesTo !== undefined);

  const headOf = (departmentId: string) => {
    const named = departmentById.get(departmentId)?.head;
    if (named !== undefined) return postById.get(named);
    return postsOf(departmentId).find((post) => rankOf(post)?.departmentHead === true);
  };

  const commonRisksFor = (post: Post) =>
    common.filter((risk) => risk.post !== post.id && appliesTo(risk, post, tierOf(post)));

  const derivedRisksFor = (post: Post): readonly Entity<RiskPoint>[] => {
    if (scheme.derive.leaders === 'none' || !isLeader(post)) return NONE;
    const all = scheme.derive.leaders === 'allPointsInCharge';
    return post.inChargeOf
      .flatMap((id) => [...risksOfDepartment(id), ...postsOf(id).flatMap((p) => risksOfPost(p.id))])
      .filter((risk) => all || risk.main);
  };

  return {
    departments,
    posts,
    powers: unit.powers.filter(isOpen),
    risks,
    measures,
    departmentById,
    postById,
    powerById: byId(unit.powers),
    riskById: byId(unit.risks),
    measureById: byId(unit.measures),
    personById: byId(unit.people),
    rankOf,
    tierOf,
    isLeader,
    isHead: (post) => rankOf(post)?.head === true,
    headOf,
    leadersInChargeOf: (id) => inherited(id, leadersInCharge, departmentById),
    postsOf,
    risksOfPost,
    risksOfDepartment,
    risksOfUnit: risks.filter((risk) => subjectOf(risk) === 'unit'),
    risksOfPower: lookup(groupBy(risks, (risk) => risk.power)),
    risksOfStep: lookupPair(groupBy(risks, (risk) => `${risk.power}/${risk.step}`)),
    measuresOf: lookup(groupByEach(measures, ({ risks: of }) => of)),
    commonMeasuresOf,
    commonRisksFor,
    derivedRisksFor,
  };
}

/** All measures against a point: its own, then the common ones. */
export function measuresAgainst(
  risk: RiskPoint,
  { measuresOf, commonMeasuresOf }: Pick<Relations, 'measuresOf' | 'commonMeasuresOf'>,
): readonly Entity<Measure>[] {
  return [...measuresOf(risk.id), ...commonMeasuresOf(risk)];
}

/** Records by each of the ids that they name. */
function groupByEach<T>(
  records: readonly T[],
  idsOf: (record: T) => readonly string[],
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const record of records) for (const id of idsOf(record)) push(groups, id, record);
  return groups;
}

function byId<T extends { readonly id: string }>(records: readonly T[]): Map<string, T> {
  return new Map(records.map((record) => [record.id, record]));
}

function lookup<T>(groups: ReadonlyMap<string | undefined, readonly T[]>) {
  return (id: string): readonly T[] => groups.get(id) ?? NONE;
}

function lookupPair<T>(groups: ReadonlyMap<string, readonly T[]>) {
  return (first: string, second: string): readonly T[] => groups.get(`${first}/${second}`) ?? NONE;
}

function appliesTo(risk: RiskPoint, post: Post, tier: string | undefined): boolean {
  const who = risk.appliesTo;
  if (who === undefined) return false;
  if (who.all || who.posts.includes(post.id)) return true;
  if (post.rank !== undefined && who.ranks.includes(post.rank)) return true;
  if (tier !== undefined && who.tiers.includes(tier)) return true;
  return post.department !== undefined && who.departments.includes(post.department);
}

function inherited(
  id: string,
  leaders: ReadonlyMap<string, readonly Entity<Post>[]>,
  departmentById: ReadonlyMap<string, Department>,
): readonly Entity<Post>[] {
  const seen = new Set<string>();
  for (let next: string | undefined = id; next !== undefined && !seen.has(next);) {
    const found = leaders.get(next);
    if (found !== undefined) return found;
    seen.add(next);
    next = departmentById.get(next)?.parent;
  }
  return NONE;
}
