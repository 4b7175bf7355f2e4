import type { NodeRef } from '../../diagnostics/diagnostic.ts';
import { at } from '../../diagnostics/diagnostic.ts';
import { recordsOf } from '../../model/unit-records.ts';
import { called } from '../called.ts';
import type { AnyRecord, RecordList } from '../../model/unit-records.ts';
import { defineRule } from '../rule.ts';

/** Days of a record that can only follow one another, each with its name on paper. */
const SEQUENCES: { readonly [Kind in RecordList['kind']]?: readonly Sequence[] } = {
  notice: [
    [
      ['from', '公示开始'],
      ['to', '公示结束'],
    ],
  ],
  filing: [
    [
      ['on', '报送日期'],
      ['receivedOn', '回执日期'],
    ],
  ],
  inspection: [
    [
      ['on', '检查日期'],
      ['until', '结束日期'],
      ['feedbackOn', '反馈日期'],
    ],
    [
      ['on', '检查日期'],
      ['replyDue', '答复时限'],
    ],
    [
      ['on', '检查日期'],
      ['answeredOn', '答复日期'],
    ],
  ],
  warning: [
    [
      ['receivedOn', '收到日期'],
      ['notifiedOn', '通知日期'],
      ['closedOn', '办结日期'],
    ],
    [
      ['notifiedOn', '通知日期'],
      ['due', '处置时限'],
    ],
  ],
  rectification: [
    [
      ['testedOn', '测评日期'],
      ['doneOn', '完成日期'],
      ['verifiedOn', '验收日期'],
    ],
  ],
  letter: [
    [
      ['on', '发出日期'],
      ['replyDue', '回复时限'],
    ],
    [
      ['on', '发出日期'],
      ['repliedOn', '回复日期'],
    ],
  ],
  regulation: [
    [
      ['issuedOn', '印发日期'],
      ['abolishedOn', '废止日期'],
    ],
  ],
};
type Sequence = readonly (readonly [key: string, name: string])[];

export const datesOutOfOrder = defineRule({
  meta: {
    code: 'LF421',
    name: 'dates-out-of-order',
    title: '日期先后颠倒',
    severity: 'error',
    rationale: '先发出后回复、先完成后验收；日期倒过来，台账和时限都算不对，往往是填错了年或月。',
  },
  check({ unit, report }) {
    for (const { kind, records } of recordsOf(unit)) {
      for (const record of records) {
        for (const { earlier, later, ref } of [...reversed(record, kind), ...nested(record)]) {
          report(ref, `${called(kind, record)}的${later}早于${earlier}`, {
            hint: '核对这两个日期',
          });
        }
      }
    }
  },
});

type Reversed = { readonly earlier: string; readonly later: string; readonly ref: NodeRef };

function reversed(record: AnyRecord, kind: RecordList['kind']): Reversed[] {
  const values = record as unknown as Readonly<Record<string, unknown>>;
  return (SEQUENCES[kind] ?? []).flatMap((sequence) => inSequence(sequence, values, record.ref));
}

/** Days of the things inside a record: the holders of a post, the stages of a unit, a 公示 of a commitment. */
function nested(record: AnyRecord): Reversed[] {
  const { ref, holders, stages, published, objections } = record as AnyRecord & Nested;
  const each = (list: readonly object[] | undefined, key: string, sequence: Sequence) =>
    (list ?? []).flatMap((one, index) =>
      inSequence(sequence, one as Readonly<Record<string, unknown>>, at(ref, key, index)),
    );
  return [
    ...each(holders, 'holders', [
      ['since', '任职日期'],
      ['until', '离任日期'],
    ]),
    ...each(stages, 'stages', [
      ['start', '开始日期'],
      ['end', '结束日期'],
    ]),
    ...each(objections, 'objections', [
      ['on', '收到日期'],
      ['handledOn', '处理日期'],
    ]),
    ...(published === undefined
      ? []
      : inSequence(
          [
            ['from', '公示开始'],
            ['to', '公示结束'],
          ],
          published,
          at(ref, 'published'),
        )),
  ];
}
type Nested = {
  readonly holders?: readonly object[];
  readonly stages?: readonly object[];
  readonly objections?: readonly object[];
  readonly published?: Readonly<Record<string, unknown>>;
};

function inSequence(
  sequence: Sequence,
  values: Readonly<Record<string, unknown>>,
  ref: NodeRef,
): Reversed[] {
  const days = sequence.flatMap(([key, name]) => {
    const day = values[key];
    return typeof day === 'string' ? [{ key, name, day }] : [];
  });
  return days.slice(1).flatMap(({ key, name, day }, index) => {
    const before = days[index]!;
    return day < before.day ? [{ earlier: before.name, later: name, ref: at(ref, key) }] : [];
  });
}
