import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { editorSchemas } from '../src/commands/schema.ts';
import { folderFiles } from './support/folder-files.ts';
import { EXAMPLES, OWN_SCHEME } from './support/repositories.ts';
import { runCli } from './support/run-cli.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

type Schema = {
  readonly $schema?: string;
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly definitions?: Readonly<Record<string, Schema>>;
};

describe('what npm run generate writes is up to date', () => {
  test('schemas/', () => {
    const expected = editorSchemas();
    expect(readdirSync(join(ROOT, 'schemas')).toSorted()).toEqual(
      expected.map(({ path }) => path).toSorted(),
    );
    for (const { path, bytes } of expected) {
      expect([path, readFileSync(join(ROOT, 'schemas', path), 'utf8')]).toEqual([path, bytes]);
    }
  });

  test.each([
    ['docs/rules.md', 'rules'],
    ['docs/papers.md', 'papers'],
    ['docs/fields.md', 'fields'],
  ])('%s', async (file, what) => {
    const { out } = await runCli(['list', what, '--markdown'], { cwd: '/' });
    expect(readFileSync(join(ROOT, file), 'utf8')).toBe(out);
  });
});

describe.each(editorSchemas())('$path', ({ path, bytes }) => {
  const schema = JSON.parse(bytes) as Schema;

  test('is a draft-07 schema in form', () => {
    expect(schema.$schema).toBe('http://json-schema.org/draft-07/schema#');
    for (const node of nodesOf(schema)) {
      const { required, properties, type } = node;
      if (required !== undefined) {
        expect(Array.isArray(required)).toBe(true);
        expect(new Set(required).size).toBe(required.length);
        for (const key of required) expect(Object.keys(properties ?? {})).toContain(key);
      }
      if (type !== undefined) {
        for (const one of [type].flat()) {
          expect(['object', 'array', 'string', 'number', 'integer', 'boolean', 'null']).toContain(
            one,
          );
        }
      }
      if (node.$ref !== undefined) expect(resolve(node, schema)).toBeDefined();
    }
  });

  test('says what every field is called in Chinese', () => {
    if (['scheme.schema.json', 'table.schema.json'].includes(path)) return;
    const item = schema.items ?? schema;
    const untitled = Object.entries(item.properties ?? {}).filter(
      ([, field]) => !/\p{Script=Han}/u.test((field as { title?: string }).title ?? ''),
    );
    expect(untitled.map(([key]) => key)).toEqual([]);
  });

  test('knows every key and word of the examples', () => {
    const name = path.replace('.schema.json', '');
    for (const [file, value] of exampleFiles(name)) {
      expect([file, strangers(value, schema, schema)]).toEqual([file, []]);
    }
  });
});

/** Every schema within a schema. */
function nodesOf(node: Schema): Schema[] {
  const inner = [
    ...Object.values(node.properties ?? {}),
    ...Object.values(node.definitions ?? {}),
    ...(node.anyOf ?? []),
    ...(node.allOf ?? []),
    ...(node.items === undefined ? [] : [node.items]),
    ...(typeof node.additionalProperties === 'object' ? [node.additionalProperties] : []),
  ];
  return [node, ...inner.flatMap(nodesOf)];
}

function resolve(node: Schema, root: Schema): Schema | undefined {
  if (node.$ref === undefined) return node;
  if (node.$ref === '#') return root;
  return root.definitions?.[node.$ref.replace('#/definitions/', '')];
}

/** Files of the example repositories that a schema is for. */
function exampleFiles(name: string): [string, unknown][] {
  return [EXAMPLES, OWN_SCHEME].flatMap((folder) =>
    [...folderFiles(folder)]
      .filter(([file]) => file.endsWith('.yaml') && kindOf(file) === name)
      .map(([file, bytes]): [string, unknown] => [file, parse(bytes.toString())]),
  );
}

function kindOf(file: string): string {
  if (/(?:^|\/)schemes\/[^/]+\/tables\//.test(file)) return 'table';
  const inFolder = /(?:^|\/)units\/[^/]+\/([^/]+)\//.exec(file)?.[1];
  return inFolder ?? basename(file, '.yaml');
}

/** Paths of keys, types and words that the schema does not know. */
function strangers(value: unknown, given: Schema, root: Schema, path = ''): string[] {
  const schema = resolve(given, root) ?? {};
  if (schema.anyOf !== undefined) {
    const all = schema.anyOf.map((branch) => strangers(value, branch, root, path));
    return all.toSorted((a, b) => a.length - b.length)[0] ?? [];
  }
  const wrong = [`${path}: ${JSON.stringify(value)}`];
  if (schema.enum !== undefined && !schema.enum.includes(value)) return wrong;
  if (schema.const !== undefined && schema.const !== value) return wrong;
  const types = [schema.type ?? []].flat();
  const isKnown =
    types.includes(typeOf(value)) || (types.includes('integer') && Number.isInteger(value));
  if (types.length > 0 && !isKnown) return wrong;
  if (Array.isArray(value)) {
    const { items } = schema;
    return items === undefined
      ? []
      : value.flatMap((item, index) => strangers(item, items, root, `${path}/${index}`));
  }
  if (typeof value !== 'object' || value === null) return [];
  const missing = (schema.required ?? []).filter((key) => !(key in value));
  const inner = Object.entries(value).flatMap(([key, item]) => {
    const field = schema.properties?.[key] ?? schema.additionalProperties ?? true;
    if (field === false) return [`${path}/${key}`];
    return field === true ? [] : strangers(item, field, root, `${path}/${key}`);
  });
  return [...missing.map((key) => `${path}/${key} missing`), ...inner];
}

function typeOf(value: unknown): string {
  if (Array.isArray(value)) return 'array';
  return value === null ? 'null' : typeof value;
}
