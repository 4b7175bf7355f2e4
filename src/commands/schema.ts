import { z } from 'zod';
import type { CommonArgs, ExitCode, Io } from '../io.ts';
import { ExitCode as Exit } from '../io.ts';
import { profileSchema } from '../model/profile.ts';
import { FIELD_MARKS } from '../model/common.ts';
import { RECORD_FILES } from '../model/kinds.ts';
import { projectConfigSchema } from '../model/project.ts';
import { schemeSchema } from '../model/scheme.ts';
import { metaOf, shapeOf } from '../model/shape.ts';
import { unitInfoSchema } from '../model/kinds/unit.ts';
import { resolveFrom } from './work-folder.ts';
import { listWritten, writeFiles } from './write-files.ts';

export type SchemaArgs = CommonArgs & {
  readonly out: string;
  readonly dryRun?: boolean;
  readonly force?: boolean;
};

/** `lianfang schema`: the JSON Schemas that let editors complete and check while typing. */
export function schema(args: SchemaArgs, io: Io): ExitCode {
  const files = editorSchemas();
  const written = writeFiles(resolveFrom(io, args, args.out), files, args);
  listWritten(io, args, args.out, written);
  return Exit.ok;
}

/** One schema a file of the data repository, draft-07, as text. */
export function editorSchemas(): { path: string; bytes: string }[] {
  const lists = RECORD_FILES.map(({ file, schema: record }) => ({
    name: file,
    schema: z.array(record),
  }));
  const all: { name: string; schema: z.ZodType }[] = [
    { name: 'lianfang', schema: projectConfigSchema },
    { name: 'unit', schema: unitInfoSchema },
    ...lists,
    { name: 'scheme', schema: schemeSchema },
    { name: 'table', schema: profileSchema },
  ];
  return all.map(({ name, schema: shape }) => ({
    path: `${name}.schema.json`,
    bytes: `${JSON.stringify(name === 'scheme' ? partial(toJsonSchema(shape)) : toJsonSchema(shape), undefined, 2)}\n`,
  }));
}

/** A scheme may leave to the one that it extends whatever it likes, save its own id. */
function partial(whole: object): object {
  const withoutRequired = (key: string, value: unknown) =>
    key === 'required' && Array.isArray(value) ? undefined : value;
  return { ...JSON.parse(JSON.stringify(whole, withoutRequired)), required: ['id'] };
}

function toJsonSchema(shape: z.ZodType) {
  return z.toJSONSchema(shape, {
    target: 'draft-07',
    io: 'input',
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      // Our own marks mean nothing to an editor, save the one that a field must be there.
      for (const mark of Object.keys(FIELD_MARKS)) delete jsonSchema[mark];
      const needed = Object.entries(shapeOf(zodSchema as unknown as z.ZodType)).filter(
        ([, field]) => metaOf(field).needed === true,
      );
      if (needed.length === 0) return;
      const keys = needed.map(([key]) => key);
      jsonSchema.required = [...new Set([...(jsonSchema.required ?? []), ...keys])];
    },
  });
}
