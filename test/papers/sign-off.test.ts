import { expect, test } from 'vitest';
import { fieldsFor } from '../../src/papers/fields/field-registry.ts';
import { knownStates } from '../../src/signoff/states/known-states.ts';
import { openAssessed } from '../support/open-assessed.ts';
import { bureau, ok } from '../signoff/support.ts';

test('fields tell where a point, post and department stand in their chain', async () => {
  const folder = bureau();
  await ok(folder, 'review submit cashier --on 2026-03-01');
  await ok(folder, 'review approve cashier --on 2026-03-02');
  const { unit, resolved, relations, assessment } = openAssessed(folder).assessed[0]!;
  const context = {
    unit,
    scheme: resolved.scheme,
    relations,
    assessment,
    audience: 'internal',
    edition: '2026',
    showsNames: () => true,
    paperEntries: [],
    signOffs: () => knownStates(unit, resolved.scheme, relations, assessment),
  };
  const { find } = fieldsFor(resolved.scheme);
  const say = (key: string, record: object) =>
    find(key)!.value(record as never, context as never, { filter: undefined, origin: undefined });
  const risk = (id: string) => relations.riskById.get(id)!;
  expect(say('risk.signState', risk('r4'))).toBe('待审');
  expect(say('risk.nextStage', risk('r4'))).toBe('分管领导审核');
  expect(say('risk.signedOn', risk('r4'))).toBe('2026-03-02');
  expect(say('risk.signState', risk('r5'))).toBe('未报送');
  expect(say('post.signState', relations.postById.get('cashier')!)).toBe('待审');
  expect(say('department.signState', relations.departmentById.get('finance')!)).toBe('未报送');
  expect(say('department.signedOn', relations.departmentById.get('finance')!)).toBeUndefined();
});
