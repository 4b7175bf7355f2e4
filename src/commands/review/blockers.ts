import { measuresAgainst } from '../../scheme/relations.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { NodeRef } from '../../diagnostics/diagnostic.ts';
import { checkData } from '../../pipeline/check-all.ts';
import type { AssessedUnit, Opened } from '../../pipeline/open-and-assess.ts';
import type { Chosen } from './choose-subjects.ts';

/**
 * Tells what must be mended or filled in before a subject can be signed for: errors and blanks (待填)
 * in the records that the sign-off would cover.
 */
export function blockersOf(
  opened: Opened,
  assessed: AssessedUnit,
): (chosen: Chosen) => readonly Diagnostic[] {
  const { unit, relations } = assessed;
  // The rules of other units, and the layouts of papers, have nothing to say here.
  const serious = checkData({ ...opened, assessed: [assessed] }).filter(
    ({ severity }) => severity === 'error' || severity === 'todo',
  );
  const inRange = (ref: NodeRef) => {
    const { start, end } = opened.locator.locate(ref, 'value');
    return (one: Diagnostic) =>
      one.file === ref.file &&
      // A list item begins at its dash, which no node owns.
      one.start.line >= start.line &&
      one.start.line <= end.line;
  };
  return ({ state, items }) => {
    const risks = state.items.flatMap(({ item: { risk } }) =>
      risk !== undefined && (items.length === 0 || items.includes(risk.id)) ? [risk] : [],
    );
    const { kind, id } = state.subject;
    const owner =
      kind === 'post'
        ? relations.postById.get(id)
        : kind === 'department'
          ? relations.departmentById.get(id)
          : kind === 'notice'
            ? unit.notices.find((one) => one.id === id)
            : kind === 'commitment'
              ? unit.commitments.find((one) => one.id === id)
              : undefined;
    const powers = risks.flatMap(({ power }) => relations.powerById.get(power ?? '') ?? []);
    const measures = risks.flatMap((risk) => measuresAgainst(risk, relations));
    const refs = new Set([
      ...(owner === undefined ? [] : [owner.ref]),
      ...[...risks, ...powers, ...measures].map(({ ref }) => ref),
    ]);
    const tests = [...refs].map(inRange);
    const ofUnit = (one: Diagnostic) => kind === 'unit' && one.file === unit.ref.file;
    return serious.filter((one) => ofUnit(one) || tests.some((test) => test(one)));
  };
}
