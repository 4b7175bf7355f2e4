import type { RowRecord, FieldContext, FieldSubject } from '../fields/field.ts';
import { relatedTo } from './related.ts';
import type { Scope } from './row-scope.ts';
import { isWhole } from './row-scope.ts';

/** Whether a record of the year, a measure or a regulation has to do with a sheet's subject. */
export function touches(record: RowRecord, sheet: Scope, context: FieldContext): boolean {
  if (isWhole(sheet)) return true;
  if (sheet.record === record) return true;
  const own = 'id' in sheet.record ? sheet.record.id : undefined;
  const named = idsNamed(record);
  const ids = new Set<string>();
  switch (sheet.subject) {
    case 'holder': {
      const { id, posts } = sheet.record;
      if (id !== undefined) ids.add(`person:${id}`);
      for (const post of posts) ids.add(`post:${post.id}`);
      break;
    }
    case 'inspection':
      for (const { id } of sheet.record.findings) {
        ids.add(`finding:${id}`);
      }
      ids.add(`inspection:${own}`);
      break;
    case 'notice':
    case 'filing': {
      // What a department announces or files shows the rules and records of that department.
      const { departments, posts } = sheet.record;
      for (const id of departments) ids.add(`department:${id}`);
      for (const id of posts) ids.add(`post:${id}`);
      ids.add(`${sheet.subject}:${own}`);
      break;
    }
    default:
      if (own !== undefined) ids.add(`${sheet.subject}:${own}`);
  }
  if (!OF_THE_DATA.has(sheet.subject)) return named.some((id) => ids.has(id));
  const risks = relatedTo(sheet, 'risk', context) ?? [];
  for (const { id } of risks) ids.add(`risk:${id}`);
  return named.some((id) => ids.has(id));
}

/** Subjects that records also reach through their points; a warning's sheet shows its own only. */
const OF_THE_DATA: ReadonlySet<FieldSubject> = new Set(['department', 'post', 'holder', 'power']);

const REFERENCES: Readonly<Record<string, string>> = {
  posts: 'post',
  post: 'post',
  responsible: 'post',
  owner: 'post',
  executor: 'post',
  departments: 'department',
  department: 'department',
  powers: 'power',
  risks: 'risk',
  person: 'person',
  finding: 'finding',
  warning: 'warning',
};

function idsNamed(record: RowRecord): string[] {
  const named: string[] = [];
  for (const [key, value] of Object.entries(record)) {
    const kind = REFERENCES[key];
    if (kind === undefined) continue;
    for (const id of Array.isArray(value) ? value : [value]) named.push(`${kind}:${String(id)}`);
  }
  const by = 'by' in record ? record.by : undefined;
  const to = 'to' in record ? record.to : undefined;
  for (const actor of [by, to]) {
    if (typeof actor !== 'object') continue;
    if (actor.post !== undefined) named.push(`post:${actor.post}`);
    if (actor.person !== undefined) named.push(`person:${actor.person}`);
  }
  if ('inspection' in record) named.push(`inspection:${record.inspection.id}`);
  return named;
}
