import type { NamedRecord } from '../../diagnostics/message.ts';
import { say } from '../../diagnostics/message.ts';
import { at } from '../../diagnostics/diagnostic.ts';
import type { NodeRef } from '../../diagnostics/diagnostic.ts';
import type { Abolished } from '../../model/word-lists.ts';
import { titleKey } from '../words/abolished.ts';
import { anyOf, perLists } from '../words/word-pattern.ts';
import type { FieldUse } from '../each-field.ts';
import { eachField } from '../each-field.ts';
import type { OtherUnits } from './other-units.ts';
import { otherUnits, subjectOfOtherRegion } from './other-units.ts';
import { standingRecordsOf } from '../../model/unit-records.ts';
import { named } from '../called.ts';
import type { RuleContext } from '../rule.ts';
import { defineRule } from '../rule.ts';

export const leftover = defineRule({
  meta: {
    code: 'LF345',
    name: 'leftover',
    title: '留有别的单位、往年或模板的内容',
    severity: 'warning',
    rationale:
      '套用别人的清单、往年的台账或范本，常留下别的单位名称、没填的“20××年”、早已废止的依据和过去的时限；看到一处，整份就难以取信。',
  },
  check(context) {
    const { project, unit, relations, words, report } = context;
    const { suspect } = signs(words.lists);
    const others = otherUnits(project, unit);
    const abolished = abolishedIn(context);
    // A regulation that has ended is no longer what the unit goes by.
    const ended = new Set<object>(
      unit.regulations.filter((regulation) => regulation.abolishedOn !== undefined),
    );
    for (const { kind, schema, records } of standingRecordsOf(unit)) {
      for (const record of records.filter((standing) => !ended.has(standing))) {
        const look = ({ texts, path, isList }: FieldUse) => {
          for (const [index, text] of texts.entries()) {
            if (!suspect.test(text)) continue;
            const ref = at(record.ref, ...path, ...(isList ? [index] : []));
            const found: SuspectText = { ref, record: named(kind, record), text };
            reportPlaceholder(context, found);
            reportOtherUnit(context, found, others);
            reportAbolished(context, found, abolished);
          }
        };
        eachField(schema, record, look, { shortest: SHORTEST });
      }
    }
    for (const power of relations.powers) {
      const { subject = '' } = power;
      const other =
        subject === '' ? undefined : (others.findIn(subject) ?? subjectOfOtherRegion(power, unit));
      if (other === undefined) continue;
      report(
        at(power.ref, 'subject'),
        say`${{ power: named('power', power) }}的行使主体「${{ subject }}」不是本单位`,
        {
          hint: '改成本单位的名称；确由该单位行使的，从本单位的清单中删去',
        },
      );
    }
    for (const record of [...relations.departments, ...relations.posts]) {
      const other = others.findIn(record.name);
      if (other === undefined) continue;
      report(
        at(record.ref, 'name'),
        say`「${{ record: record.name }}」中是别的单位「${{ unit: other }}」的名称`,
        {
          hint: '改成本单位的名称',
        },
      );
    }
    reportPastDates(context);
  },
});

/** 20__年 has five characters. */
const SHORTEST = 5;
const BLANK_YEAR = /(?:20|二〇|二零)?[xX×＊*○_＿]{2,4}\s*年(?:度|底|末)?/u;
const BLANK_NAME =
  /(?<![A-Za-z])[xX×＊*○_＿]{2,}\s*(?:省|市|县|区|镇|乡|局|厂|公司|学校|单位|部门|科室|同志)/u;
const PRESIDES = /主持/gu;

const signs = perLists((lists) => ({
  /** What a unit says only of itself, after its name. */
  self: new RegExp(anyOf(lists['unit-self']), 'gu'),
  /** Before the name of another body with which a unit deals. */
  dealsWith: new RegExp(`${anyOf(lists['unit-dealings'])}$`, 'u'),
  /** Beside a title that is named as one of the past. */
  forgiven: new RegExp(anyOf(lists['law-forgiven']), 'u'),
  suspect: new RegExp(`[xX×＊*○_＿]{2}|《|主持|${anyOf(lists['unit-self'])}`, 'u'),
}));

/** A text that may hold what was left over, with its place and the record that it is of. */
type SuspectText = { readonly ref: NodeRef; readonly record: NamedRecord; readonly text: string };

function reportPlaceholder({ report }: RuleContext, { ref, record, text }: SuspectText): void {
  const found = BLANK_YEAR.exec(text) ?? BLANK_NAME.exec(text);
  if (found === null) return;
  report(ref, say`${{ record }}中「${{ found: found[0] }}」还是范本的空格`, {
    hint: '写明实际的年份或名称',
  });
}

function reportOtherUnit(
  { words, report }: RuleContext,
  { ref, record, text }: SuspectText,
  others: OtherUnits,
): void {
  const { self, dealsWith } = signs(words.lists);
  const name =
    [...text.matchAll(self)]
      .map(({ index }) => {
        const found = others.endingAt(text, index);
        const before = found === undefined ? '' : text.slice(0, index - found.length);
        return dealsWith.test(before) ? undefined : found;
      })
      .find((found) => found !== undefined) ??
    [...text.matchAll(PRESIDES)]
      .map(({ index }) => others.startingAt(text, index + 2))
      .find((found) => found !== undefined);
  if (name === undefined) return;
  report(ref, say`${{ record }}把「${{ unit: name }}」当作本单位来写`, {
    hint: '像是从别的单位抄来的，改成本单位的情况；这条内容是否适合本单位也要核对',
  });
}

type FoundAbolished = Abolished & { readonly ref?: NodeRef };

/** Titles of regulations that have ended: known ones, and those the unit itself marks with abolishedOn. */
function abolishedIn({ project, unit, words }: RuleContext): ReadonlyMap<string, FoundAbolished> {
  const { edition } = project.config;
  const found = new Map<string, FoundAbolished>(words.abolished);
  for (const { name, abolishedOn, ref } of unit.regulations) {
    if (name === '' || abolishedOn === undefined) continue;
    if (edition !== undefined && Number(abolishedOn.slice(0, 4)) > edition) continue;
    found.set(titleKey(name.replace(/^《|》$/gu, '')), { since: abolishedOn, by: '', ref });
  }
  // A new version under the same name counts, not the old one.
  for (const { name, abolishedOn } of unit.regulations) {
    if (abolishedOn === undefined) found.delete(titleKey(name.replace(/^《|》$/gu, '')));
  }
  return found;
}

function reportAbolished(
  { words, report }: RuleContext,
  { ref, record, text }: SuspectText,
  abolished: ReadonlyMap<string, FoundAbolished>,
): void {
  const { forgiven } = signs(words.lists);
  for (const { 0: whole, 1: title = '', index } of text.matchAll(/《([^《》]+)》/gu)) {
    const found = abolished.get(titleKey(title));
    if (found === undefined) continue;
    const around = text.slice(Math.max(0, index - 2), index + whole.length + 10);
    if (forgiven.test(around)) continue;
    const by = found.by === '' ? '' : say`，现行的是《${{ by: found.by }}》`;
    report(
      ref,
      say`${{ record }}引用的${{ title: whole }}已于 ${{ since: found.since }} 废止${by}`,
      {
        hint: '改用现行依据，并核对条款和做法',
        ...(found.ref && { related: [{ ref: found.ref, message: '在此记为废止' }] }),
      },
    );
  }
}

/** Due dates more than a year before the edition: last year's may still be waited for, those before not. */
function reportPastDates({ project, unit, relations, report }: RuleContext): void {
  const { edition } = project.config;
  if (edition === undefined) return;
  const hint = `按 ${edition} 年度重新确定；早已完成的，写明 doneOn 或 status: 已完成`;
  for (const measure of relations.measures) {
    const { due = '' } = measure;
    const year = Number(/^(20\d\d)(?:-|年|$)/u.exec(due)?.[1]);
    const isDone = measure.doneOn !== undefined || measure.status === '已完成';
    if (isDone || Number.isNaN(year) || year >= edition - 1) continue;
    report(
      at(measure.ref, 'due'),
      say`${{ measure: named('measure', measure) }}的时限「${{ due }}」早已过去`,
      {
        hint,
      },
    );
  }
  for (const [index, { id, end }] of unit.info.stages.entries()) {
    if (end === undefined || Number(end.slice(0, 4)) >= edition - 1) continue;
    report(
      at(unit.info.ref, 'stages', index, 'end'),
      say`阶段「${{ stage: id }}」的结束日期 ${{ end }} 是往年的`,
      {
        hint: `按 ${edition} 年度的安排改`,
      },
    );
  }
}
