import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { dutiesOf } from '../../src/calendar/duties.ts';
import { unitViews } from '../../src/commands/init/view.ts';
import { buildPaper, loadLayout } from '../../src/index.ts';
import { calendarInput } from '../../src/pipeline/calendar.ts';
import { checkAll } from '../../src/pipeline/check-all.ts';
import { assessProject } from '../../src/pipeline/open-and-assess.ts';
import { resolveScheme } from '../../src/pipeline/resolve-scheme.ts';
import { openProject } from '../../src/repository/open-project.ts';
import { folderFiles } from '../support/folder-files.ts';
import { openAssessed } from '../support/open-assessed.ts';
import { COUNTY } from '../support/repositories.ts';
import { tempFolder } from '../support/temp-folder.ts';

const BASE = fileURLToPath(new URL('../cases/faults/base', import.meta.url));

/** Keys of the packaged schemes that nothing acts on, each with the reason why it is kept. */
const UNREAD: Readonly<Record<string, string>> = {
  'duties.due.firstYear': 'read in the year of the notice only, which the county is not in',
  'duties.place': 'written into the notice by `review publish`',
  'reviews.steps.parts.of': 'read when a step is signed, by `review`',
  source: 'cited by `list schemes`',
};

/** Where a notice is cited or left open: read by people, by `explain` and by the messages of findings. */
const SOURCES = new Set(['clause', 'note', 'assumed']);
/** Below these stand words of the scheme, not keys of its language. */
const FREE = new Set([
  'factors',
  'extraFields',
  'meaning',
  'kindByCategory',
  'levels',
  'cells',
  'when',
  'values',
]);

function childPath(path: string, key: string, isList: boolean): string {
  if (isList) return path;
  const name = FREE.has(path.split('.').at(-1) ?? '') ? '*' : key;
  return path === '' ? name : `${path}.${name}`;
}

/** The same value, noting every key that is asked for. */
function recording<T extends object>(value: T, path: string, read: Set<string>): T {
  const known = new Map<PropertyKey, unknown>();
  return new Proxy(value, {
    get(target, key) {
      const found: unknown = Reflect.get(target, key);
      if (typeof key !== 'string') return found;
      if (Array.isArray(target) && !/^\d+$/.test(key)) return found;
      const own = childPath(path, key, Array.isArray(target));
      read.add(own);
      if (typeof found !== 'object' || found === null) return found;
      if (!known.has(key)) known.set(key, recording(found, own, read));
      return known.get(key);
    },
  });
}

/** Every key that holds something. */
function keysIn(value: unknown, path: string, keys: Set<string>): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    const isEmpty =
      inner === undefined ||
      inner === false ||
      (typeof inner === 'object' && inner !== null && Object.keys(inner).length === 0);
    if (isEmpty || (!Array.isArray(value) && SOURCES.has(key))) continue;
    const own = childPath(path, key, Array.isArray(value));
    keys.add(own);
    keysIn(inner, own, keys);
  }
}

test('every key of the packaged schemes has somebody who acts on it', async () => {
  const read = new Set<string>();
  const keys = new Set<string>();
  const opened = assessProject(openProject(COUNTY), (id, from, library) => {
    const resolved = resolveScheme(id, from, library);
    if (resolved.scheme === undefined) return resolved;
    keysIn(resolved.scheme, '', keys);
    return { ...resolved, scheme: recording(resolved.scheme, '', read) };
  });
  await checkAll(opened, { asOf: '2026-12-31' });
  for (const assessed of opened.assessed) {
    const { scheme } = assessed.resolved;
    dutiesOf(calendarInput(assessed, opened, '2026-12-31'));
    unitViews(scheme, '某县某局');
    for (const { id } of scheme.papers) {
      await buildPaper(opened, assessed, await loadLayout(opened, assessed, id));
    }
  }
  const unread = [...keys].filter((key) => !read.has(key)).toSorted();
  expect(unread).toEqual(Object.keys(UNREAD).toSorted());
});

test('a scheme that still has keys which were let go reads, and nothing is left of them', async () => {
  const files = Object.fromEntries(folderFiles(BASE));
  const name = 'schemes/own/scheme.yaml';
  const keys =
    'appraisal: {name: 年度考核, clause: 第九条}\n' +
    'archive: {name: 廉政档案, keeper: 办公室, contents: [登记表]}\n';
  const opened = openAssessed(
    tempFolder({ ...files, [name]: Buffer.from(files[name]!.toString() + keys) }),
  );
  expect(await checkAll(opened)).toEqual([]);
  const { scheme } = opened.assessed[0]!.resolved;
  expect(Object.keys(scheme)).not.toContain('appraisal');
  expect(Object.keys(scheme)).not.toContain('archive');
});
