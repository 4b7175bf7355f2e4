import { say } from '../../diagnostics/message.ts';
import type { z } from 'zod';
import type { Finding, NodeRef } from '../../diagnostics/diagnostic.ts';
import type { Unit } from '../../model/project.ts';
import { KINDS, RECORD_FILES } from '../../model/kinds.ts';
import { metaOf, schemaAt } from '../../model/shape.ts';
import { unitInfoSchema } from '../../model/kinds/unit.ts';

/** LF109 for every blank and placeholder of a unit, with the title of the field. */
export function todoFindings(unit: Unit): Finding[] {
  return unit.todos.map((ref) => {
    const title = titleOf(unit, ref);
    const message = title === undefined ? '待填' : say`待填：${{ title }}`;
    return { code: 'LF109', ref, on: 'key', message, hint: '补上内容' };
  });
}

/** Title of the field at an address, or of the nearest field around it that has one. */
function titleOf(unit: Unit, { file, path }: NodeRef): string | undefined {
  const [schema, steps] = schemaAround(unit, file, path);
  for (let length = steps.length; length > 0; length--) {
    const field = schemaAt(schema, steps.slice(0, length));
    const title = field && metaOf(field).title;
    if (title !== undefined) return title;
  }
  return undefined;
}

function schemaAround(
  unit: Unit,
  file: string,
  path: NodeRef['path'],
): [z.ZodType, NodeRef['path']] {
  if (file === unit.info.ref.file) return [unitInfoSchema, path];
  // `risks.yaml`, or a file in the folder `risks/`.
  const names = file
    .replace(/\.ya?ml$/, '')
    .split('/')
    .slice(-2)
    .toReversed();
  const found = names.flatMap(
    (name) => RECORD_FILES.find(({ file: known }) => known === name) ?? [],
  );
  // The first step is the record's index in its list.
  return [(found[0] ?? KINDS.risk).schema, path.slice(1)];
}
