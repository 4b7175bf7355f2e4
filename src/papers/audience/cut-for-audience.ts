import type { Post } from '../../model/kinds/post.ts';
import type { ShownKind, UnitLists } from '../../model/kinds.ts';
import { KINDS, SHOWN_KINDS } from '../../model/kinds.ts';
import type { Unit } from '../../model/project.ts';
import type { Audience, Scheme } from '../../model/scheme.ts';
import { blankRecord } from '../../model/schema-fields.ts';
import { metaOf, shapeOf } from '../../model/shape.ts';
import type { Assessed, Assessment } from '../../scheme/assessment.ts';
import { fieldsFor } from '../fields/field-registry.ts';
import type { FieldSubject } from '../fields/field.ts';
import { parentOf } from '../fields/kind-rows.ts';
import type { Visibility } from './visibility.ts';
import { visibilityOf } from './visibility.ts';
import { presentHolders } from '../../scheme/relations.ts';

/**
 * Cuts a unit down to what an audience may see (脱敏), starting from nothing. A key is taken over only
 * where the vocabulary has a field for it that the audience sees, or where it holds the records
 * together; records of the year only where it sees some field of theirs. Whatever is added to the model
 * is hidden until somebody marks it. Levels are computed before this: factors, scores, votes and reasons
 * go.
 */
export function project(unit: Unit, scheme: Scheme, audience: Audience): Unit {
  if (audience === 'internal') return unit;
  const visibility = visibilityOf(scheme, audience);
  const cut = cutterFor(scheme, visibility);
  const named = namedIds(unit, visibility);
  const open = audience === 'public' ? withoutPersonal(unit, scheme) : unit;
  const lists: Record<keyof UnitLists, readonly object[]> = {
    ...listsFor(open, scheme, visibility, cut),
    people: unit.people.filter(({ id }) => named.has(id)).map(nameOnly),
  };
  return {
    ...(lists as UnitLists),
    id: unit.id,
    ref: unit.ref,
    info: { ...cut('unit', unit.info), departments: [] },
    unreadable: new Set(),
    incomplete: new Set(),
    todos: [],
  };
}

/**
 * The unit without points of 思想道德 that everybody would read as said of one person: those of a post
 * that no two persons hold. Measures that answer nothing else go with them.
 */
function withoutPersonal(unit: Unit, scheme: Scheme): Unit {
  const personal = new Set(scheme.categories.filter((one) => one.personal).map(({ id }) => id));
  const shared = new Set(
    unit.posts.filter((post) => presentHolders(post).length > 1).map(({ id }) => id),
  );
  const withheld = new Set(
    unit.risks
      .filter(
        ({ category, post, holder }) =>
          personal.has(category ?? '') &&
          post !== undefined &&
          (holder !== undefined || !shared.has(post)),
      )
      .map(({ id }) => id),
  );
  return {
    ...unit,
    risks: unit.risks.filter(({ id }) => !withheld.has(id)),
    measures: unit.measures.filter(
      ({ risks }) => risks.length === 0 || risks.some((id) => !withheld.has(id)),
    ),
  };
}

/** What stays of the lists, persons aside. */
function listsFor(unit: Unit, scheme: Scheme, { sees, names }: Visibility, cut: Cutter) {
  const seen = new Set<FieldSubject>(
    fieldsFor(scheme)
      .all.filter(sees)
      .map(({ subject }) => subject),
  );
  const isShown = (kind: ShownKind): boolean => KINDS[kind].standing === true || seen.has(kind);
  // A point of one person is that person's own paper, whatever it says.
  const isOwnPaper = (record: object) =>
    'holder' in record && record.holder !== undefined && !names('holder.name');
  const cutWhole = (kind: ShownKind, record: object): object => {
    const kept: Record<string, unknown> = { ...cut(kind, record) };
    for (const inside of SHOWN_KINDS.filter((nested) => parentOf(nested) === kind)) {
      const { list = '' } = KINDS[inside];
      const children = (record as Readonly<Record<string, readonly object[]>>)[list] ?? [];
      kept[list] = isShown(inside) ? children.map((child) => cutWhole(inside, child)) : [];
    }
    if ('holders' in record && kind === 'post') kept['holders'] = seats(record as Post);
    return kept;
  };
  const lists = SHOWN_KINDS.flatMap((kind) => {
    const { list } = KINDS[kind];
    if (list === undefined || parentOf(kind) !== undefined) return [];
    const records = isShown(kind) ? unit[list as keyof UnitLists] : [];
    return [[list, records.filter((one) => !isOwnPaper(one)).map((one) => cutWhole(kind, one))]];
  });
  return Object.fromEntries(lists) as Record<Exclude<keyof UnitLists, 'people'>, readonly object[]>;
}

/** Who holds a post today, without since when. */
function seats(post: Post): Post['holders'] {
  return presentHolders(post).map(({ person, seat }) => ({
    person,
    ...(seat === undefined ? {} : { seat }),
  }));
}

/** The levels of a unit without how they came about, unless this audience may read that. */
export function projectAssessment(
  assessment: Assessment,
  scheme: Scheme,
  audience: Audience,
): Assessment {
  if (audience === 'internal') return assessment;
  const { sees } = visibilityOf(scheme, audience);
  const strip = (subject: 'risk' | 'post' | 'power', levels: ReadonlyMap<string, Assessed>) => {
    const can = (name: string) => {
      const field = fieldsFor(scheme).find(`${subject}.${name}`);
      return field !== undefined && sees(field);
    };
    const [reason, computed, level] = ['reason', 'computedLevel', 'level'].map(can);
    return new Map(
      [...levels].map(([id, one]): [string, Assessed] => [
        id,
        {
          status: one.status,
          level: level === true ? one.level : undefined,
          computed: computed === true ? one.computed : undefined,
          decided: undefined,
          reasons: reason === true ? one.reasons : [],
          missing: [],
        },
      ]),
    );
  };
  return {
    risks: strip('risk', assessment.risks),
    posts: strip('post', assessment.posts),
    powers: strip('power', assessment.powers),
  };
}

type Cutter = <T extends object>(kind: ShownKind, record: T) => T;

function cutterFor(scheme: Scheme, { sees }: Visibility): Cutter {
  const plans = new Map<ShownKind, CutPlan>();
  return <T extends object>(kind: ShownKind, record: T): T => {
    let plan = plans.get(kind);
    if (plan === undefined) {
      const { schema } = KINDS[kind];
      const paths = fieldsFor(scheme)
        .all.filter((field) => field.subject === kind && sees(field))
        .map(({ key }) => key.split('.').slice(1))
        .map(([first = '', ...rest]) => [first === 'factor' ? 'factors' : first, ...rest]);
      const ties = Object.entries(shapeOf(schema)).flatMap(([key, field]) =>
        metaOf(field).tie === true ? [key] : [],
      );
      plan = { blank: blankRecord(schema), paths, ties: [...ALWAYS, ...ties] };
      plans.set(kind, plan);
    }
    const kept: Record<string, unknown> = { ...plan.blank };
    const given = record as Readonly<Record<string, unknown>>;
    for (const key of plan.ties) if (given[key] !== undefined) kept[key] = given[key];
    for (const path of plan.paths) copyPath(given, kept, path);
    // That a record has ended is no secret: without it an ended one would come back.
    if (given['closed'] !== undefined) kept['closed'] = { on: '', reason: '' };
    return kept as T;
  };
}
const ALWAYS = ['id', 'order', 'ref'];

type CutPlan = {
  readonly blank: Readonly<Record<string, unknown>>;
  readonly paths: readonly (readonly string[])[];
  /** Keys that hold records together: a table prints none of them by itself. */
  readonly ties: readonly string[];
};

/** Copies one visible value; what stands beside it in a nested map stays behind. */
function copyPath(
  from: Readonly<Record<string, unknown>>,
  to: Record<string, unknown>,
  [key, ...rest]: readonly string[],
): void {
  if (key === undefined || from[key] === undefined) return;
  const value = from[key];
  if (rest.length === 0) {
    // A map is copied by the fields of its keys; of one who acted the post and the body remain.
    if (Array.isArray(value) || typeof value !== 'object' || value === null) to[key] = value;
    else if ('post' in value || 'body' in value) to[key] = roleOnly(value);
    return;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
  const known = to[key];
  const inner: Record<string, unknown> =
    typeof known === 'object' && known !== null ? { ...known } : {};
  copyPath(value as Record<string, unknown>, inner, rest);
  if (Object.keys(inner).length > 0) to[key] = inner;
}

function roleOnly({ post, body }: { readonly post?: unknown; readonly body?: unknown }): object {
  return {
    ...(post === undefined ? {} : { post }),
    ...(body === undefined ? {} : { body }),
  };
}

function nameOnly(person: Unit['people'][number]): Unit['people'][number] {
  const { id, name, ref } = person;
  return { id, name, ref, formerly: [], ignore: [], extra: {} };
}

/** Persons whose names some field that the scheme lists for this audience shows. */
function namedIds(unit: Unit, { names }: Visibility): ReadonlySet<string> {
  const inPosts = (ids: ReadonlySet<string | undefined>) =>
    unit.posts.filter(({ id }) => ids.has(id)).flatMap(({ holders }) => holders);
  const everyPost = new Set(unit.posts.map(({ id }) => id));
  const named: readonly [string, () => ReadonlySet<string | undefined>][] = [
    ['holder.name', () => everyPost],
    ['post.holders', () => everyPost],
    ['department.headName', () => everyPost],
    ['department.leaderName', () => everyPost],
    ['leader.holder', () => everyPost],
    ['power.postNames', () => new Set(unit.powers.flatMap(({ posts }) => posts))],
    [
      'step.postName',
      () => new Set(unit.powers.flatMap(({ steps }) => steps.map(({ post }) => post))),
    ],
    ['risk.ownerName', () => new Set(unit.risks.map(({ owner }) => owner))],
    ['risk.leaderName', () => new Set(unit.risks.map(({ leader }) => leader))],
    ['risk.executorName', () => new Set(unit.measures.map(({ executor }) => executor))],
    ['measure.executorName', () => new Set(unit.measures.map(({ executor }) => executor))],
  ];
  return new Set(
    named
      .filter(([key]) => names(key))
      .flatMap(([, posts]) => inPosts(posts()))
      .map(({ person }) => person),
  );
}
