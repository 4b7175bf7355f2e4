import { expect, test } from 'vitest';
import { dutiesOf } from '../../src/calendar/duties.ts';
import { unitViews } from '../../src/commands/init/view.ts';
import { buildPaper, loadLayout } from '../../src/index.ts';
import { calendarInput } from '../../src/pipeline/calendar.ts';
import { checkAll } from '../../src/pipeline/check-all.ts';
import { assessProject } from '../../src/pipeline/open-and-assess.ts';
import { resolveScheme } from '../../src/pipeline/resolve-scheme.ts';
import { openProject } from '../../src/repository/open-project.ts';
import { COUNTY } from '../support/repositories.ts';

/** Keys of the packaged schemes that nothing acts on, each with the reason why it is kept. */
const UNREAD: Readonly<Record<string, string>> = {
  appraisal: 'no reader yet: the yearly appraisal has no record of its own',
  'appraisal.name': 'as above',
  archive: 'no reader yet: the paper of the archive has the list in its layout',
  'archive.contents': 'as above',
  'archive.keeper': 'as above',
  'archive.name': 'as above',
  'duties.due.firstYear': 'read in the year of the notice only, which the county is not in',
  'duties.of.commitments': 'no reader yet: notices of commitments are told by their papers',
  'duties.place': 'written into the notice by `review publish`',
  'duties.published': 'no reader yet: that a commitment was published is in its record',
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
