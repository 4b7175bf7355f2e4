import type { RecordFile } from '../model/kinds.ts';
import { RECORD_FILES } from '../model/kinds.ts';
import type { Unit } from '../model/project.ts';
import { metaOf, shapeOf } from '../model/shape.ts';

/** Who there is does not depend on whether a name is entered yet. */
const STANDING_WITHOUT_NAME: ReadonlySet<RecordFile> = new Set(['people', 'posts']);
const WRITTEN_BY = RECORD_FILES.filter(({ file }) => !STANDING_WITHOUT_NAME.has(file)).map(
  ({ file, schema }) => ({
    file,
    needed: Object.entries(shapeOf(schema))
      .filter(([, field]) => metaOf(field).needed === true)
      .map(([key]) => key),
  }),
);

/**
 * The unit without the records of a skeleton that do not yet say what they are about (待填): no paper
 * lists or counts them as found.
 */
export function withWrittenRecords(unit: Unit): Unit {
  return WRITTEN_BY.reduce(
    (written: Unit, { file, needed }) => ({
      ...written,
      [file]: unit[file].filter((record) =>
        needed.every((key) => (record as Readonly<Record<string, unknown>>)[key] !== ''),
      ),
    }),
    unit,
  );
}
