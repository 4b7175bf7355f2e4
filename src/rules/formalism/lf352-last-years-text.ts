import { say } from '../../diagnostics/message.ts';
import type { Unit } from '../../model/project.ts';
import { isOpen } from '../../scheme/relations.ts';
import { eachField } from '../each-field.ts';
import { normalized } from '../words/pieces.ts';
import { recordsOf } from '../../model/unit-records.ts';
import { defineRule } from '../rule.ts';

/** Fewer texts or dates say nothing. */
const LEAST_TEXTS = 10;
const LEAST_DATES = 5;
/** Nearly every text: 19 of 20. */
const NEARLY_ALL = 0.95;

export const lastYearsText = defineRule({
  meta: {
    code: 'LF352',
    name: 'last-years-text',
    title: '往年的清单换了日期',
    severity: 'warning',
    needs: 'earlier',
    rationale:
      '岗位、职权、人员、领导分工变了，风险点和措施却一字未改，或只把各个日期挪了整年，说明今年没有重新查找。只在用 check --against 指明往年版本时检查；风险点和措施的文字九成五以上与往年相同才算。',
  },
  check({ unit, earlier, report }) {
    if (earlier === undefined) return;
    const before = new Set(textsOf(earlier));
    const texts = textsOf(unit);
    const same = texts.filter((text) => before.has(text)).length;
    if (texts.length < LEAST_TEXTS || same < texts.length * NEARLY_ALL) return;
    const reasons = [...changesBetween(earlier, unit), ...movedDates(earlier, unit)];
    if (reasons.length === 0) return;
    const share = Math.floor((same / texts.length) * 100);
    report(
      unit.info.ref,
      say`${{ texts: texts.length }} 条风险点和措施中有 ${{ same }} 条（${{ share }}%）与往年一字不差，而${{ reasons: reasons.join('，') }}`,
      { hint: '按今年的岗位、职权和人员重新查找；查过确实不变的，用 ignore 写明怎样查的' },
    );
  },
});

/** What was found and what is done about it, without digits: a new date does not make a new text. */
function textsOf(unit: Unit): string[] {
  const texts = [
    ...unit.risks
      .filter(isOpen)
      .map(({ name, manifestation }) => [name, ...manifestation].join('')),
    ...unit.measures.filter(isOpen).map(({ content }) => content),
  ];
  return texts.map(normalized).filter((text) => text !== '');
}

/** How posts, powers, people and the leaders' division of work differ: 「岗位增 1 个、减 2 个」. */
function changesBetween(earlier: Unit, unit: Unit): string[] {
  return [
    ...difference('岗位', '个', namesOf(earlier.posts), namesOf(unit.posts)),
    ...difference('职权', '项', namesOf(earlier.powers), namesOf(unit.powers)),
    ...difference('在岗人员', '名', holdersOf(earlier), holdersOf(unit)),
    ...difference('分管分工', '项', chargesOf(earlier), chargesOf(unit)),
  ];
}

function namesOf(records: Unit['posts'] | Unit['powers']): string[] {
  return records.filter(isOpen).map(({ name }) => name);
}

function holdersOf({ posts }: Unit): string[] {
  return posts
    .filter(isOpen)
    .flatMap(({ id, holders }) => holders.map(({ person }) => `${id} ${person}`));
}

/** Who among the leaders is in charge of which departments. */
function chargesOf({ posts }: Unit): string[] {
  return posts
    .filter(isOpen)
    .flatMap(({ id, inChargeOf }) => inChargeOf.map((department) => `${id} ${department}`));
}

function difference(
  what: string,
  unit: string,
  before: readonly string[],
  now: readonly string[],
): string[] {
  const known = new Set(before);
  const kept = new Set(now);
  const added = now.filter((name) => !known.has(name)).length;
  const gone = before.filter((name) => !kept.has(name)).length;
  const parts = [
    ...(added === 0 ? [] : [`增 ${added} ${unit}`]),
    ...(gone === 0 ? [] : [`减 ${gone} ${unit}`]),
  ];
  return parts.length === 0 ? [] : [`${what}${parts.join('、')}`];
}

/** Whether every date that changed moved by whole years, the same number of them, and most did. */
function movedDates(earlier: Unit, unit: Unit): string[] {
  const before = datesOf(earlier);
  const years = new Set<number>();
  let moved = 0;
  let stayed = 0;
  for (const [address, date] of datesOf(unit)) {
    const old = before.get(address);
    if (old === undefined) continue;
    if (old === date) stayed++;
    else if (old.slice(4) !== date.slice(4)) return [];
    else {
      moved++;
      years.add(Number(date.slice(0, 4)) - Number(old.slice(0, 4)));
    }
  }
  const [by] = years;
  if (years.size !== 1 || by! <= 0 || moved < LEAST_DATES || stayed > moved) return [];
  return [`${moved} 个日期都只是推后了整 ${by} 年`];
}

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** Dates by the record and field in which they stand. */
function datesOf(unit: Unit): Map<string, string> {
  const dates = new Map<string, string>();
  for (const { kind, schema, records } of recordsOf(unit)) {
    for (const record of records) {
      eachField(schema, record, ({ texts, path }) => {
        const [text = ''] = texts;
        if (DATE.test(text)) dates.set([kind, record.id ?? '', ...path].join('\n'), text);
      });
    }
  }
  return dates;
}
