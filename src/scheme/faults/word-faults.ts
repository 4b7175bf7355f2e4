import { say } from '../../diagnostics/message.ts';
import type { z } from 'zod';
import { riskPointSchema } from '../../model/kinds/risk.ts';
import { KINDS, kindNamed } from '../../model/kinds.ts';
import type { Scheme, Who } from '../../model/scheme.ts';
import { keysAt, metaOf, schemaAt, shapeOf } from '../../model/shape.ts';
import { checkDuties } from './duty-faults.ts';
import type { ReportFault, SchemePath } from './report-fault.ts';
import { hintFor, isKnown } from './report-fault.ts';

/** What a part of a review may be of: a field that sign-offs cover, the measures or the level. */
const REVIEWED = [
  ...Object.entries(shapeOf(riskPointSchema)).flatMap(([key, field]) =>
    metaOf(field).signed === undefined ? [] : [key],
  ),
  'measures',
  'level',
];

/** LF603 for levels, LF609 for every other word that the scheme uses but does not define. */
export function checkWords(scheme: Scheme, report: ReportFault): void {
  const ids = (records: readonly { readonly id: string }[]) => records.map(({ id }) => id);
  const known = {
    levels: ids(scheme.levels),
    ranks: ids(scheme.ranks),
    tiers: ids(scheme.tiers),
    subjects: ids(scheme.subjects),
    categories: ids(scheme.categories),
  };
  const word = (value: string, path: SchemePath, from: readonly string[], what: string) =>
    isKnown(report, 'LF609', { path }, { word: value, known: from, what });
  const words = (
    values: readonly string[],
    path: SchemePath,
    from: readonly string[],
    what: string,
  ) => values.forEach((value, index) => word(value, [...path, index], from, what));
  const level = (value: string, path: SchemePath) =>
    isKnown(report, 'LF603', { path }, { word: value, known: known.levels, what: '等级' });
  const who = (value: Who, path: SchemePath) => {
    words(value.ranks, [...path, 'ranks'], known.ranks, '职级层次');
    words(value.tiers, [...path, 'tiers'], known.tiers, '岗位层级');
    words(value.subjects, [...path, 'subjects'], known.subjects, '评定层面');
  };

  for (const [index, rank] of scheme.ranks.entries()) {
    word(rank.tier, ['ranks', index, 'tier'], known.tiers, '岗位层级');
  }
  for (const [index, category] of scheme.categories.entries()) {
    words(category.subjects, ['categories', index, 'subjects'], known.subjects, '评定层面');
  }
  words(scheme.scope.ranks, ['scope', 'ranks'], known.ranks, '职级层次');
  for (const [index, entry] of scheme.responsibility.entries()) {
    const path = ['responsibility', index];
    level(entry.level, [...path, 'level']);
    words(entry.owner, [...path, 'owner'], known.ranks, '职级层次');
    words(entry.leader, [...path, 'leader'], known.ranks, '职级层次');
  }
  for (const [index, limit] of scheme.limits.entries())
    level(limit.level, ['limits', index, 'level']);
  for (const [index, chain] of scheme.reviews.entries()) {
    const path = ['reviews', index];
    who(chain.for, [...path, 'for']);
    if (chain.due !== undefined && !/^\d{2}-\d{2}$/.test(chain.due)) {
      word(chain.due, [...path, 'due'], ids(scheme.stages), '工作阶段');
    }
    for (const [at, step] of chain.steps.entries()) {
      for (const [number, part] of step.parts.entries()) {
        const place = [...path, 'steps', at, 'parts', number, 'of'];
        words(part.of, place, REVIEWED, '审核内容');
      }
    }
  }
  for (const [index, paper] of scheme.papers.entries()) {
    if (paper.for !== undefined) who(paper.for, ['papers', index, 'for']);
  }
  for (const [category, kind] of Object.entries(scheme.measures.kindByCategory)) {
    const path = ['measures', 'kindByCategory', category];
    isKnown(
      report,
      'LF609',
      { path, on: 'key' },
      { word: category, known: known.categories, what: '类别' },
    );
    word(kind, path, scheme.measures.kinds, '措施类型');
  }
  checkRequires(scheme, report);
  checkDuties(scheme, report);
}

/** The fields that a scheme requires must be fields of the records. */
function checkRequires(scheme: Scheme, report: ReportFault): void {
  const { clause: _, note: __, assumed: ___, cases, ...requires } = scheme.requires;
  for (const [index, one] of cases.entries()) {
    const { schema } = KINDS[one.of];
    for (const field of [...Object.keys(one.when), ...one.fields, ...Object.keys(one.values)]) {
      if (hasField(schema, field)) continue;
      report('LF609', ['requires', 'cases', index], say`没有字段「${{ field }}」`, {
        hint: hintFor(field, keysAt(schema, [])),
      });
    }
  }
  for (const [on, fields] of Object.entries(requires)) {
    const { schema } = KINDS[kindNamed(on)];
    for (const [index, field] of fields.entries()) {
      if (hasField(schema, field)) continue;
      report('LF609', ['requires', on, index], say`没有字段「${{ field }}」`, {
        hint: hintFor(field, keysAt(schema, [])),
      });
    }
  }
}

function hasField(schema: z.ZodType, field: string): boolean {
  const found = schemaAt(schema, field.split('.'));
  // A map that takes no other keys gives `never` for them.
  return found !== undefined && found.type !== 'never';
}
