import type { Scheme } from '../../model/scheme.ts';

/** What people replace by their own words; `check` counts it as 待填. */
export const TO_FILL = '待填';

type Record_ = Readonly<Record<string, unknown>>;

/** The first records of a new unit, in the words of its scheme: what must be there, left to fill in. */
export type Scaffold = {
  readonly unit: Record_;
  readonly posts: readonly Record_[];
  readonly powers: readonly Record_[];
  readonly risks: readonly Record_[];
  readonly measures: readonly Record_[];
};

const OFFICE = 'office';

export function scaffold(scheme: Scheme, unitName: string): Scaffold {
  const posts = scaffoldPosts(scheme);
  const powers = scaffoldPowers(scheme, posts);
  const risks = scaffoldRisks(scheme, posts, powers);
  const measures = risks.map((risk, index) => scaffoldMeasure(scheme, String(risk['id']), index));
  return { unit: scaffoldUnit(scheme, unitName, posts), posts, powers, risks, measures };
}

function scaffoldUnit(scheme: Scheme, name: string, posts: readonly Record_[]): Record_ {
  const head = posts.find((post) => post['rank'] === scheme.ranks.find((rank) => rank.head)?.id);
  const departmentHead = posts.find((post) => post['department'] === OFFICE);
  return {
    name,
    scheme: scheme.id,
    departments: [
      withRequired(
        {
          id: OFFICE,
          name: TO_FILL,
          ...(scheme.departmentKinds.length > 0 ? { kind: TO_FILL } : {}),
          ...(departmentHead === undefined ? {} : { head: departmentHead['id'] }),
        },
        scheme.requires.department,
      ),
    ],
    ...(scheme.leadingGroup === undefined
      ? {}
      : { leadingGroup: scaffoldGroup(scheme.leadingGroup, head?.['id'] ?? TO_FILL) }),
    contacts: { supervision: TO_FILL },
  };
}

/** Every seat of which the scheme says who takes it. */
function scaffoldGroup(
  { deputies, members, office, ranks }: NonNullable<Scheme['leadingGroup']>,
  head: unknown,
): Record_ {
  return {
    head,
    ...(deputies === undefined ? {} : { deputies: TO_FILL }),
    ...(members === undefined ? {} : { members: TO_FILL }),
    ...(office === undefined ? {} : { office: TO_FILL }),
    ...(ranks.officeHead.length === 0 ? {} : { officeHead: TO_FILL }),
  };
}

function scaffoldPosts(scheme: Scheme): Record_[] {
  const leaderTiers = new Set(scheme.tiers.filter((tier) => tier.leader).map((tier) => tier.id));
  const ids = new Map<string, string>();
  const counts = { head: 0, leader: 0, staff: 0 };
  for (const rank of scheme.ranks) {
    const kind = rank.head ? 'head' : leaderTiers.has(rank.tier) ? 'leader' : 'staff';
    counts[kind] += 1;
    // Some units have two heads, of the party and of the office.
    ids.set(rank.id, kind === 'head' && counts.head === 1 ? 'head' : `${kind}-${counts[kind]}`);
  }
  const leaders = scheme.ranks.filter((rank) => leaderTiers.has(rank.tier));
  const inCharge = leaders.find((rank) => !rank.head) ?? leaders[0];
  return scheme.ranks.map((rank, index) => {
    const isLeader = leaderTiers.has(rank.tier);
    return withRequired(
      {
        id: ids.get(rank.id),
        name: TO_FILL,
        ...(isLeader ? {} : { department: OFFICE }),
        rank: rank.id,
        ...(scheme.scope.posts === 'key' ? { keyPost: isLeader ? true : TO_FILL } : {}),
        // Ranks are no chain of command: who reports to whom only the unit knows.
        ...(index === 0 ? {} : { reportsTo: TO_FILL }),
        ...(rank === inCharge ? { inChargeOf: [OFFICE] } : {}),
        duties: TO_FILL,
        ...(scheme.handles.length > 0 ? { handles: TO_FILL } : {}),
        headcount: 1,
        ...factorsOf(scheme, 'post'),
      },
      scheme.requires.post,
    );
  });
}

/** One power for each matter and field that the scheme asks about; at least one. */
function scaffoldPowers(scheme: Scheme, posts: readonly Record_[]): Record_[] {
  const asked = [
    ...scheme.scope.majorMatters.map((majorMatter) => ({ majorMatter })),
    ...scheme.scope.domains.map((domain) => ({ domain })),
  ];
  return (asked.length === 0 ? [{}] : asked).map((about, index) => {
    const hasFlow = scheme.scope.flows === 'all' || (scheme.scope.flows === 'some' && index === 0);
    return withRequired(
      {
        id: `zq-${number(index)}`,
        name: TO_FILL,
        ...about,
        ...(scheme.powerTypes.length > 0 ? { type: TO_FILL } : {}),
        ...(scheme.powerNatures.length > 0 ? { nature: TO_FILL } : {}),
        basis: TO_FILL,
        department: OFFICE,
        posts: [posts[index % posts.length]!['id']],
        ...factorsOf(scheme, 'power'),
        ...(hasFlow ? { steps: [1, 2, 3].map((step) => scaffoldStep(scheme, step)) } : {}),
      },
      scheme.requires.power,
    );
  });
}

function scaffoldStep(scheme: Scheme, step: number): Record_ {
  const base = { id: `step-${step}`, name: TO_FILL, post: TO_FILL, timeLimit: TO_FILL };
  return withRequired({ ...base, ...factorsOf(scheme, 'step') }, scheme.requires.step);
}

/** A point for every post and power, and for department and unit where the scheme has points of theirs. */
function scaffoldRisks(
  scheme: Scheme,
  posts: readonly Record_[],
  powers: readonly Record_[],
): Record_[] {
  const has = (subject: string) => scheme.subjects.some(({ id }) => id === subject);
  const count = Math.max(posts.length, powers.length);
  const subjects: Record_[] = Array.from({ length: count }, (_, index) => ({
    post: posts[index % posts.length]!['id'],
  }));
  if (has('department')) subjects.push({ department: OFFICE });
  if (has('unit')) subjects.push({ unit: true });
  return subjects.map((subject, index) =>
    withRequired(
      {
        id: `fx-${number(index)}`,
        name: TO_FILL,
        manifestation: TO_FILL,
        ...subject,
        power: powers[index % powers.length]!['id'],
        ...(scheme.categories.length > 0 ? { category: TO_FILL } : {}),
        ...(scheme.identification.methods.length > 0 ? { foundBy: TO_FILL } : {}),
        ...factorsOf(scheme, 'riskPoint'),
        leader: TO_FILL,
        owner: TO_FILL,
      },
      scheme.requires.risk,
    ),
  );
}

function scaffoldMeasure(scheme: Scheme, riskId: string, index: number): Record_ {
  const { lines, aspects, kinds } = scheme.measures;
  return withRequired(
    {
      id: `cs-${number(index)}`,
      content: TO_FILL,
      risks: [riskId],
      ...(lines.length > 0 ? { line: TO_FILL } : {}),
      ...(aspects.length > 0 ? { aspect: TO_FILL } : {}),
      ...(kinds.length > 0 ? { kind: TO_FILL } : {}),
      executor: TO_FILL,
      due: TO_FILL,
    },
    scheme.requires.measure,
  );
}

function factorsOf(scheme: Scheme, of: string): Record_ {
  const keys = Object.entries(scheme.factors).filter(([, factor]) => factor.of === of);
  if (keys.length === 0) return {};
  return { factors: Object.fromEntries(keys.map(([key]) => [key, TO_FILL])) };
}

/** Adds the fields that the scheme requires, dotted keys as nested maps. */
function withRequired(record: Record_, required: readonly string[]): Record_ {
  const result = structuredClone(record) as Record<string, unknown>;
  for (const key of required) {
    const steps = key.split('.');
    let node = result;
    for (const step of steps.slice(0, -1)) node = (node[step] ??= {}) as Record<string, unknown>;
    node[steps.at(-1)!] ??= TO_FILL;
  }
  return result;
}

function number(index: number): string {
  return String(index + 1).padStart(3, '0');
}
