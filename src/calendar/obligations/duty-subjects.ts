import type { Entity } from '../../model/common.ts';
import type { DutyFilter, DutySubjectKind, SchemeDuty } from '../../model/scheme-duty.ts';
import type { Post } from '../../model/kinds/post.ts';
import type { RiskPoint } from '../../model/kinds/risk.ts';
import { leadersOfRisk } from '../../scheme/leader-inspections.ts';
import { isOpen, subjectOf } from '../../scheme/relations.ts';
import { hasSubject, isKindAsked, isPostAsked } from '../../scheme/scope.ts';
import type { CalendarInput } from '../calendar-input.ts';

/** One of those of whom a duty is asked. */
export type DutySubject = {
  readonly kind: DutySubjectKind;
  /** Id of the department, post, power or warning; empty for the unit. */
  readonly id: string;
  readonly name: string;
  readonly post: Entity<Post> | undefined;
  readonly department: string | undefined;
  /** Of a person's duty: who holds the post, and since when; undefined: nobody is named. */
  readonly person: string | undefined;
  readonly since: string | undefined;
};

const NOBODY = { post: undefined, department: undefined, person: undefined, since: undefined };

/** Those of whom a scheme asks a duty: within its scope, and within the duty's own filters. */
export function subjectsOfDuty(duty: SchemeDuty, input: CalendarInput): readonly DutySubject[] {
  const { unit, scheme, relations } = input;
  const { each: kind } = duty;
  switch (kind) {
    case 'unit': {
      if (!isUnitAsked(duty.where, input)) return [];
      const { name, shortName } = unit.info;
      return [{ ...NOBODY, kind, id: '', name: shortName ?? name }];
    }
    case 'department':
      if (!hasSubject(scheme, 'department') || !isUnitAsked(duty.where, input)) return [];
      return relations.departments
        .filter(({ kind: own }) => isKindAsked(duty.where, own))
        .map(({ id, name }) => ({ ...NOBODY, kind, id, name, department: id }));
    case 'post':
      return postsAsked(duty, input).map((post) => ofPost(kind, post));
    case 'person':
      return postsAsked(duty, input).flatMap((post) => holdersOf(post));
    case 'leader': {
      const leaders = new Set(relations.risks.flatMap((risk) => leadersOfRisk(risk, relations)));
      return relations.posts.filter(({ id }) => leaders.has(id)).map((post) => ofPost(kind, post));
    }
    case 'power':
      return relations.powers.map(({ id, name }) => ({ ...NOBODY, kind, id, name }));
    case 'warning':
      return unit.warnings.filter(isOpen).map(({ id, department }) => {
        return { ...NOBODY, kind, id, name: id, department };
      });
  }
}

/** The risk points that a duty is of, of one subject. */
export function pointsOfDuty(
  { of }: SchemeDuty,
  { kind, id, department }: DutySubject,
  { relations, assessment }: CalendarInput,
): readonly Entity<RiskPoint>[] {
  if (!of.points) return [];
  const points = (): readonly Entity<RiskPoint>[] => {
    switch (kind) {
      case 'unit':
        return relations.risks;
      case 'department':
        return [
          ...relations.risksOfDepartment(id),
          ...relations.postsOf(id).flatMap((post) => relations.risksOfPost(post.id)),
        ];
      case 'post':
      case 'person':
        return relations.risksOfPost(id);
      case 'leader':
        return relations.risks.filter((risk) => leadersOfRisk(risk, relations).includes(id));
      case 'power':
        return relations.risksOfPower(id);
      case 'warning':
        return department === undefined ? [] : relations.risksOfDepartment(department);
    }
  };
  return points().filter(
    (risk) =>
      (of.levels.length === 0 || of.levels.includes(assessment.risks.get(risk.id)?.level ?? '')) &&
      (of.subjects.length === 0 || of.subjects.some((subject) => subject === subjectOf(risk))),
  );
}

function postsAsked(duty: SchemeDuty, { unit, scheme, relations }: CalendarInput) {
  return relations.posts.filter((post) => isPostAsked(duty, post, { unit, scheme, relations }));
}

function isUnitAsked(where: readonly DutyFilter[], { unit }: CalendarInput): boolean {
  const { kind = '' } = unit.info;
  return (
    where.length === 0 ||
    where.some(({ unitKinds }) => unitKinds.length === 0 || unitKinds.includes(kind))
  );
}

function ofPost(kind: 'post' | 'leader' | 'person', post: Entity<Post>): DutySubject {
  const { id, name, department } = post;
  return { ...NOBODY, kind, id, name, post, department };
}

/** Every holder now; a seat that nobody is named for is asked as well. */
function holdersOf(post: Entity<Post>): readonly DutySubject[] {
  const holders = post.holders.filter(({ until }) => until === undefined);
  const subject = ofPost('person', post);
  if (holders.length === 0) return post.headcount === 0 ? [] : [subject];
  return holders.map(({ person, since }) => ({ ...subject, person, since }));
}
