import type { ProfileColumnNode } from '../../model/profile.ts';

const of = (field: string, width?: number): ProfileColumnNode => ({
  field,
  numbering: 'auto',
  merge: false,
  empty: '',
  ...(width === undefined ? {} : { width }),
});

/** Columns of the table that says what a flow chart says. */
export function flowColumns(bare: boolean): ProfileColumnNode[] {
  return [
    of('seq'),
    of('step.name'),
    of('step.post', 12),
    of('step.timeLimit', 10),
    of('step.documents', 14),
    of('step.next', 14),
    ...(bare
      ? []
      : [of('risk.name'), of('risk.level'), of('risk.measures'), of('risk.executor', 12)]),
  ];
}
