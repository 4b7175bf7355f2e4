import type { NodeRef } from '../diagnostics/diagnostic.ts';
import type { Entity } from '../model/common.ts';
import type { Post } from '../model/post.ts';
import type { Power, Step } from '../model/power.ts';
import type { Unit } from '../model/project.ts';
import type { RiskPoint } from '../model/risk-point.ts';
import type { Scheme } from '../model/scheme.ts';
import type { Department, UnitInfo } from '../model/unit.ts';
import type { Relations } from './relations.ts';

/** A record that there should be but that nobody named, or that cannot be found. */
export type Gap = { readonly gap: string; readonly mayBeNone: boolean };

/** A record; undefined where there is none and none is expected. */
type Slot<T> = T | Gap | undefined;

/** The records that the terms of one rating are read from. */
export type Records = {
  readonly risk: Slot<Entity<RiskPoint>>;
  readonly post: Slot<Entity<Post>>;
  readonly power: Slot<Entity<Power>>;
  readonly step: Slot<Step>;
  readonly stepRef: NodeRef | undefined;
  readonly department: Slot<Entity<Department>>;
  readonly unit: Entity<UnitInfo>;
};

const gap = (label: string, mayBeNone = false): Gap => ({ gap: label, mayBeNone });
const NO_SUBJECT = gap('所属层面', true);
const NO_POST = gap('所属岗位');
const NO_POWER = gap('对应职权');
const NO_STEP = gap('对应环节');
const NO_DEPARTMENT = gap('所在机构');

export function isGap(slot: unknown): slot is Gap {
  return typeof slot === 'object' && slot !== null && 'gap' in slot;
}

/** Whether a field of a record is written down as still to be filled in. */
export type IsBlank = (ref: NodeRef, field: string) => boolean;

export function blanksOf(unit: Unit): IsBlank {
  if (unit.todos.length === 0) return () => false;
  const blanks = new Set(unit.todos.map(({ file, path }) => [file, ...path].join('\n')));
  return (ref, field) => blanks.has([ref.file, ...ref.path, field].join('\n'));
}

/** Finds the records around a point, a post or a power. */
export function recordsFinder(
  unit: Unit,
  scheme: Scheme,
  relations: Relations,
  isBlank: IsBlank,
): {
  readonly ofRisk: (risk: Entity<RiskPoint>) => Records;
  readonly ofPost: (post: Entity<Post>) => Records;
  readonly ofPower: (power: Entity<Power>) => Records;
} {
  const needsPower = scheme.requires.risk.includes('power');
  const needsStep = scheme.requires.risk.includes('step');
  const bare = {
    risk: undefined,
    post: undefined,
    power: undefined,
    step: undefined,
    stepRef: undefined,
    department: undefined,
    unit: unit.info,
  };

  const departmentOf = (record: Entity<Post> | Entity<Power>): Records['department'] => {
    if (record.department !== undefined) {
      return relations.departmentById.get(record.department) ?? NO_DEPARTMENT;
    }
    return isBlank(record.ref, 'department') ? NO_DEPARTMENT : undefined;
  };

  const subjectOf = (risk: Entity<RiskPoint>): Pick<Records, 'post' | 'department'> => {
    if (risk.post !== undefined) {
      const post = relations.postById.get(risk.post);
      if (post === undefined) return { post: NO_POST, department: NO_DEPARTMENT };
      return { post, department: departmentOf(post) };
    }
    if (risk.department !== undefined) {
      const department = relations.departmentById.get(risk.department) ?? NO_DEPARTMENT;
      return { post: undefined, department };
    }
    if (risk.unit !== undefined) return { post: undefined, department: undefined };
    return { post: NO_SUBJECT, department: NO_SUBJECT };
  };

  const powerOf = (risk: Entity<RiskPoint>): Records['power'] => {
    if (risk.power !== undefined) return relations.powerById.get(risk.power) ?? NO_POWER;
    return needsPower || isBlank(risk.ref, 'power') ? NO_POWER : undefined;
  };

  const stepOf = (
    risk: Entity<RiskPoint>,
    power: Records['power'],
  ): Pick<Records, 'step' | 'stepRef'> => {
    if (risk.step === undefined) {
      const isOpen = needsStep || isBlank(risk.ref, 'step');
      return { step: isOpen ? NO_STEP : undefined, stepRef: undefined };
    }
    if (power === undefined || isGap(power)) return { step: NO_STEP, stepRef: undefined };
    const index = power.steps.findIndex((step) => step.id === risk.step);
    if (index < 0) return { step: NO_STEP, stepRef: undefined };
    const stepRef = { file: power.ref.file, path: [...power.ref.path, 'steps', index] };
    return { step: power.steps[index], stepRef };
  };

  return {
    ofRisk(risk) {
      const power = powerOf(risk);
      return { ...subjectOf(risk), ...stepOf(risk, power), risk, power, unit: unit.info };
    },
    ofPost: (post) => ({ ...bare, post, department: departmentOf(post) }),
    ofPower: (power) => ({ ...bare, power, department: departmentOf(power) }),
  };
}
