import type { Profile, Section } from '../../model/profile.ts';
import type { Unit } from '../../model/project.ts';
import { isOpen } from '../../scheme/relations.ts';
import type { Scope } from './row-scope.ts';

/** What stands around a chart and says nothing by itself. */
const AROUND: readonly (keyof Section)[] = [
  'center',
  'heading',
  'text',
  'fields',
  'signatures',
  'notes',
  'pageBreak',
];

/** A paper of flow charts (权力运行流程图) and of nothing else. */
function isFlowPaper({ sheetPer, sections }: Profile): boolean {
  return (
    sheetPer === 'power' &&
    sections.some(({ chart }) => chart?.kind === 'flow') &&
    sections.every((section) => section.chart !== undefined || AROUND.some((key) => key in section))
  );
}

/** A sheet that would hold a chart of a power whose flow is not written down: a title and nothing below. */
export function lacksFlow(profile: Profile, { subject, record }: Scope): boolean {
  return subject === 'power' && isFlowPaper(profile) && record.steps.length === 0;
}

/** The powers that a paper of flow charts leaves out, by name. */
export function powersWithoutFlow(profile: Profile, { powers }: Unit): readonly string[] {
  if (!isFlowPaper(profile)) return [];
  return powers
    .filter((power) => isOpen(power) && power.steps.length === 0)
    .map(({ id, name }) => (name === '' ? id : name));
}
