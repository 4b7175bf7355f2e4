import type { Scheme } from '../../model/scheme.ts';
import { writeYaml } from '../../source/write/write-yaml.ts';
import { commentsFor } from './comments.ts';
import type { Scaffold } from './scaffold.ts';
import { scaffold } from './scaffold.ts';

/** The files of a new unit, and what their templates are filled with. */
export function unitViews(scheme: Scheme, unitName: string) {
  const records = scaffold(scheme, unitName);
  const view = (file: keyof Scaffold) => ({
    schemas: '../../.lianfang/schemas',
    schemeTitle: oneLine(scheme.title),
    words: scheme.words,
    categories: scheme.categories.map(({ id, definition, prompts }) => ({
      id: oneLine(id),
      definition: definition === undefined ? '' : oneLine(definition),
      prompts: prompts.map(oneLine),
    })),
    tests: scheme.identification.tests.map(({ id, definition }) => ({
      id: oneLine(id),
      definition: definition === undefined ? '' : oneLine(definition),
    })),
    tiers: scheme.tiers.map(({ id, prompts }) => ({
      id: oneLine(id),
      prompts: prompts.map(oneLine),
    })),
    path: pathWords(scheme.inspections),
    records: writeYaml(records[file], commentsFor(scheme, file)),
  });
  const files: readonly (keyof Scaffold)[] = ['unit', 'posts', 'powers', 'risks', 'measures'];
  return files.map((file) => ({ template: `${file}.yaml`, view: view(file) }));
}

/** What a supervision path (监督检查路径) is made from, one line each. */
function pathWords({ pathBasis, pathFocus, pathMethods }: Scheme['inspections']) {
  return [
    { title: '监督依据', words: pathBasis },
    { title: '监督重点', words: pathFocus },
    { title: '监督方法', words: pathMethods },
  ].flatMap(({ title, words }) =>
    words.length === 0 ? [] : [{ title, words: words.map(oneLine).join('、') }],
  );
}

/** What a new repository's own file is filled with. */
export function projectView(title: string, scheme: string, edition: number) {
  return { title: writeYaml(title).trimEnd(), scheme, edition };
}

/** A comment may not run on into the next line. */
function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
