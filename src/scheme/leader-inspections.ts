import type { Entity } from '../model/common.ts';
import type { RecordOf } from '../model/kinds.ts';
import type { RiskPoint } from '../model/kinds/risk.ts';
import type { Relations } from './relations.ts';

/** 责任领导 of a point: as it names one, else whoever is in charge of its department. */
export function leadersOfRisk(
  { leader, department, post }: RiskPoint,
  relations: Relations,
): string[] {
  if (leader !== undefined) return [leader];
  const ofPoint = department ?? relations.postById.get(post ?? '')?.department;
  return ofPoint === undefined ? [] : relations.leadersInChargeOf(ofPoint).map(({ id }) => id);
}

type Inspected = Readonly<Record<'posts' | 'departments' | 'powers' | 'risks', readonly string[]>>;

/** What an inspection looked at: what it names itself, and what its findings are about. */
export function inspectedBy(inspection: RecordOf<'inspection'>): Inspected {
  const { posts, departments, powers, risks, findings } = inspection;
  return {
    posts,
    departments: [...departments, ...findings.flatMap((finding) => finding.departments)],
    powers,
    risks: [...risks, ...findings.flatMap((finding) => finding.risks)],
  };
}

/** Whether a leader's inspection was of what that leader answers for. */
export function touchesPoints(
  { risks, posts, departments, powers }: Inspected,
  points: readonly Entity<RiskPoint>[],
): boolean {
  return points.some(
    ({ id, post, department, power }) =>
      risks.includes(id) ||
      posts.includes(post ?? '') ||
      departments.includes(department ?? '') ||
      powers.includes(power ?? ''),
  );
}
