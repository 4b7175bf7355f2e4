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
    records: writeYaml(records[file], commentsFor(scheme, file)),
  });
  const files: readonly (keyof Scaffold)[] = ['unit', 'posts', 'powers', 'risks', 'measures'];
  return files.map((file) => ({ template: `${file}.yaml`, view: view(file) }));
}

/** What a new repository's own file is filled with. */
export function projectView(title: string, scheme: string, edition: number) {
  return { title: writeYaml(title).trimEnd(), scheme, edition };
}

/** A comment may not run on into the next line. */
function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
