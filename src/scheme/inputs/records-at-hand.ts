import type { NodeRef } from '../../diagnostics/diagnostic.ts';
import type { Entity } from '../../model/common.ts';
import type { Department } from '../../model/kinds/department.ts';
import type { Post } from '../../model/kinds/post.ts';
import type { Power } from '../../model/kinds/power.ts';
import type { RiskPoint } from '../../model/kinds/risk.ts';
import type { Step } from '../../model/kinds/step.ts';
import type { UnitInfo } from '../../model/kinds/unit.ts';
import type { Unit } from '../../model/project.ts';
import type { Scheme } from '../../model/scheme.ts';
import type { Relations } from '../relations.ts';
import type { FactorHolder } from '../rating/terms.ts';

/** A record that there should be but that nobody named, or that cannot be found. */
export type RecordGap = { readonly gap: string; readonly mayBeNone: boolean };

/** A record; undefined where there is none and none is expected. */
type Slot<T> = T | RecordGap | undefined;

/** The records that the terms of one rating are read from. */
export type RatingRecords = {
  readonly risk: Entity<RiskPoint> | undefined;
  readonly post: Slot<Entity<Post>>;
  readonly department: Slot<Entity<Department>>;
  readonly power: Slot<Entity<Power>>;
  readonly step: Slot<Step>;
  readonly unit: Entity<UnitInfo>;
};

const NO_SUBJECT: RecordGap = { gap: '所属层面', mayBeNone: true };
const NO_POST: RecordGap = { gap: '所属岗位', mayBeNone: false };
const NO_POWER: RecordGap = { gap: '对应职权', mayBeNone: false };
const NO_STEP: RecordGap = { gap: '对应环节', mayBeNone: false };
const NO_DEPARTMENT: RecordGap = { gap: '所在机构', mayBeNone: false };
const GAPS: ReadonlySet<unknown> = new Set([NO_SUBJECT, NO_POST, NO_POWER, NO_STEP, NO_DEPARTMENT]);

export function isGap(slot: unknown): slot is RecordGap {
  return GAPS.has(slot);
}

/** Whether a field of a record is written down as still to be filled in. */
export type IsBlank = (ref: NodeRef, field: string) => boolean;

export function blanksOf(unit: Unit): IsBlank {
  const blanks = new Set(unit.todos.map(({ file, path }) => [file, ...path].join('\n')));
  const fields = new Set(unit.todos.map(({ path }) => path.at(-1)));
  // Most fields are blank nowhere, so that no address need be put together for them.
  return (ref, field) => fields.has(field) && blanks.has([ref.file, ...ref.path, field].join('\n'));
}

/** Finds the records around a point, a post or a power; of a point only those of `needed`. */
export type RecordsFinder = {
  readonly ofRisk: (risk: Entity<RiskPoint>) => RatingRecords;
  readonly ofPost: (post: Entity<Post>) => RatingRecords;
  readonly ofPower: (power: Entity<Power>) => RatingRecords;
};

export type FieldsAsked = { readonly isBlank: IsBlank; readonly needed: ReadonlySet<FactorHolder> };

export function recordsFinder(
  unit: Unit,
  scheme: Scheme,
  relations: Relations,
  { isBlank, needed }: FieldsAsked,
): RecordsFinder {
  const requiresPower = scheme.requires.risk.includes('power');
  const requiresStep = scheme.requires.risk.includes('step');
  const needsPower = needed.has('power') || needed.has('step');
  const none = { risk: undefined, post: undefined, power: undefined, step: undefined };

  const departmentOf = (record: Entity<Post> | Entity<Power>): RatingRecords['department'] => {
    if (record.department !== undefined) {
      return relations.departmentById.get(record.department) ?? NO_DEPARTMENT;
    }
    return isBlank(record.ref, 'department') ? NO_DEPARTMENT : undefined;
  };

  const postOf = (risk: Entity<RiskPoint>): RatingRecords['post'] => {
    if (risk.post !== undefined) return relations.postById.get(risk.post) ?? NO_POST;
    return risk.department === undefined && risk.unit === undefined ? NO_SUBJECT : undefined;
  };

  const departmentAround = (
    risk: Entity<RiskPoint>,
    post: RatingRecords['post'],
  ): RatingRecords['department'] => {
    if (post === NO_SUBJECT) return NO_SUBJECT;
    if (post === NO_POST) return NO_DEPARTMENT;
    if (post !== undefined) return departmentOf(post as Entity<Post>);
    if (risk.department === undefined) return undefined;
    return relations.departmentById.get(risk.department) ?? NO_DEPARTMENT;
  };

  const powerOf = (risk: Entity<RiskPoint>): RatingRecords['power'] => {
    if (risk.power !== undefined) return relations.powerById.get(risk.power) ?? NO_POWER;
    return requiresPower || isBlank(risk.ref, 'power') ? NO_POWER : undefined;
  };

  const stepOf = (
    risk: Entity<RiskPoint>,
    power: RatingRecords['power'],
  ): RatingRecords['step'] => {
    if (risk.step === undefined) {
      return requiresStep || isBlank(risk.ref, 'step') ? NO_STEP : undefined;
    }
    if (power === undefined || isGap(power)) return NO_STEP;
    return power.steps.find((step) => step.id === risk.step) ?? NO_STEP;
  };

  return {
    ofRisk(risk) {
      const post = postOf(risk);
      const power = needsPower ? powerOf(risk) : undefined;
      return {
        risk,
        post,
        department: needed.has('department') ? departmentAround(risk, post) : undefined,
        power,
        step: needed.has('step') ? stepOf(risk, power) : undefined,
        unit: unit.info,
      };
    },
    ofPost: (post) => ({ ...none, post, department: departmentOf(post), unit: unit.info }),
    ofPower: (power) => ({ ...none, power, department: departmentOf(power), unit: unit.info }),
  };
}
