import { commitmentSchema } from '../../model/kinds/year/commitment.ts';
import { departmentSchema } from '../../model/kinds/department.ts';
import { noticeSchema } from '../../model/kinds/year/notice.ts';
import { postSchema } from '../../model/kinds/post.ts';
import type { RiskPoint } from '../../model/kinds/risk.ts';
import { unitInfoSchema } from '../../model/kinds/unit.ts';
import type { Unit } from '../../model/project.ts';
import type { Scheme } from '../../model/scheme.ts';
import type { Assessment } from '../../scheme/assessment.ts';
import type { Relations } from '../../scheme/relations.ts';
import type { ReviewSubject } from '../steps/subjects.ts';
import { birthId, birthIdsOf } from './births.ts';
import type { SignedItem, Signing } from './signed-item.ts';
import { levelOf, recordItem, riskItem, servingMeasures, signedPower } from './signed-item.ts';

/** Everything of a unit that a sign-off can cover, by key. Closed points are there, deleted ones not. */
export type SignedItems = {
  readonly byKey: ReadonlyMap<string, SignedItem>;
  readonly of: (subject: ReviewSubject) => readonly SignedItem[];
};

/** Lays out what there is to sign in a unit. */
export function itemsOf(
  unit: Unit,
  scheme: Scheme,
  relations: Relations,
  assessment: Assessment,
): SignedItems {
  const signing: Signing = { scheme, relations, assessment, births: birthIdsOf(unit) };
  const whole = recordItem(
    { key: 'unit', name: unit.info.name, record: unit.info, schema: unitInfoSchema },
    signing,
  );
  const lists = {
    department: departmentItems(unit, signing),
    post: postItems(unit, signing),
    risk: riskItems(unit, signing),
    notice: noticeItems(unit, signing),
    commitment: commitmentItems(unit, signing),
  };
  const all = [whole, ...Object.values(lists).flatMap((list) => list.map(({ item }) => item))];
  const riskById = byId(lists.risk);
  const ownById = {
    department: byId(lists.department),
    post: byId(lists.post),
    notice: byId(lists.notice),
    commitment: byId(lists.commitment),
  };
  const ofRisks = (risks: readonly RiskPoint[]) =>
    risks.flatMap(({ id }) => riskById.get(id) ?? []);
  return {
    byKey: new Map(all.map((item) => [item.key, item])),
    of: ({ kind, id }) => {
      if (kind === 'unit') return [whole, ...ofRisks(relations.risksOfUnit)];
      if (kind === 'list') return ofRisks(relations.risks);
      const own = ownById[kind].get(id);
      const item = own === undefined ? [] : [own];
      if (kind === 'department') return [...item, ...ofRisks(relations.risksOfDepartment(id))];
      return kind === 'post' ? [...item, ...ofRisks(relations.risksOfPost(id))] : item;
    },
  };
}

/** An item with the id that its record goes by in the unit. */
type ItemOfId = { readonly id: string; readonly item: SignedItem };

function byId(list: readonly ItemOfId[]): ReadonlyMap<string, SignedItem> {
  return new Map(list.map(({ id, item }) => [id, item]));
}

function departmentItems({ departments }: Unit, signing: Signing): ItemOfId[] {
  return departments.map((department) => {
    const { id, name } = department;
    const item = {
      key: `department/${birthId(department)}`,
      name,
      record: department,
      schema: departmentSchema,
      measures: servingMeasures('departments', id, signing.relations),
    };
    return { id, item: recordItem(item, signing) };
  });
}

function postItems({ posts }: Unit, signing: Signing): ItemOfId[] {
  return posts.map((post) => {
    const { id, name, ratings } = post;
    const item = {
      key: `post/${birthId(post)}`,
      name,
      record: post,
      schema: postSchema,
      measures: servingMeasures('posts', id, signing.relations),
      level: levelOf(signing.assessment.posts.get(id), ratings),
    };
    return { id, item: recordItem(item, signing) };
  });
}

function riskItems({ powers, risks }: Unit, signing: Signing): ItemOfId[] {
  const powerById = new Map(powers.map((power) => [power.id, signedPower(power, signing)]));
  const stepById = new Map(
    powers.flatMap(({ id, steps }) => steps.map((step) => [`${id}/${step.id}`, step] as const)),
  );
  return risks.map((risk) => {
    const power = risk.power === undefined ? undefined : powerById.get(risk.power);
    const step = stepById.get(`${risk.power}/${risk.step}`);
    return { id: risk.id, item: riskItem(risk, { power, step }, signing) };
  });
}

function noticeItems({ notices }: Unit, signing: Signing): ItemOfId[] {
  return notices.map((notice) => {
    const { id, title } = notice;
    const key = `notice/${birthId(notice)}`;
    return {
      id,
      item: recordItem({ key, name: title, record: notice, schema: noticeSchema }, signing),
    };
  });
}

function commitmentItems({ commitments }: Unit, signing: Signing): ItemOfId[] {
  return commitments.map((commitment) => {
    const { id } = commitment;
    const key = `commitment/${birthId(commitment)}`;
    return {
      id,
      item: recordItem({ key, name: id, record: commitment, schema: commitmentSchema }, signing),
    };
  });
}
