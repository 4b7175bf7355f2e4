import type { Scheme, SchemeCadence } from '../model/scheme.ts';
import { isOpen } from '../scheme/relations.ts';
import type { Duty } from './duty.ts';
import { duty } from './duty.ts';
import { dueIn, periodsOf, threeYearsAfter } from './cadence.ts';
import type { CalendarInput } from './calendar-input.ts';
import { earliest, inYear } from './calendar-input.ts';

/** 工作阶段: the dates that the unit set, else those of the notice. */
export function stageDuties({ unit, scheme, year }: CalendarInput): Duty[] {
  return scheme.stages.map((stage) => {
    const own = unit.info.stages.find(({ id }) => id === stage.id);
    return duty({
      key: `stage/${stage.id}`,
      kind: 'stage',
      title: stage.id,
      from: own?.start ?? dueIn(year, stage.start),
      due: own?.end ?? dueIn(year, stage.end),
      doneOn: own?.doneOn,
      who: scheme.words.unit,
      ref: unit.ref,
      clause: stage.clause,
      note: stage.tasks.length === 0 ? undefined : stage.tasks.join('、'),
    });
  });
}

/** 定期工作: one duty a turn. It is done when a record of that name lies in the turn. */
export function cadenceDuties(input: CalendarInput): Duty[] {
  const { scheme } = input;
  return scheme.cadence.flatMap((cadence) => {
    if (cadence.atLeast !== undefined || cadence.every === 'onChange') return [];
    if (cadence.every === 'threeYears') return [everyThreeYears(cadence, input)];
    return cadence.every === undefined ? [] : turns(cadence, cadence.every, input);
  });
}

function turns(
  cadence: SchemeCadence,
  every: NonNullable<SchemeCadence['every']>,
  input: CalendarInput,
): Duty[] {
  const { year, scheme, unit } = input;
  const periods = periodsOf(every, year);
  return periods.map((period) => {
    const due = periods.length === 1 ? dueIn(year, cadence.due) : undefined;
    const done = recordsOf(cadence.what, input).filter(
      (day) => day >= period.from && day <= period.due,
    );
    return duty({
      key: `cadence/${cadence.what}/${period.id}`,
      kind: 'cadence',
      title:
        periods.length === 1 && every === 'year'
          ? cadence.what
          : `${cadence.what}（${period.name}）`,
      from: period.from,
      due: due ?? period.due,
      doneOn: earliest(done),
      who: whoDoes(cadence.by, scheme),
      ref: unit.ref,
      clause: cadence.clause,
    });
  });
}

/** Three years after it was last done; nobody knows when, where there is no record of it. */
function everyThreeYears(cadence: SchemeCadence, input: CalendarInput): Duty {
  const { scheme, unit, year } = input;
  const days = [...recordsOf(cadence.what, input)].toSorted();
  const before = days.findLast((day) => day < `${year}-01-01`);
  const doneOn = days.find((day) => inYear(input, day));
  const due = before === undefined ? undefined : threeYearsAfter(before);
  return duty({
    key: `cadence/${cadence.what}`,
    kind: 'cadence',
    title: cadence.what,
    due,
    doneOn,
    who: whoDoes(cadence.by, scheme),
    ref: unit.ref,
    clause: cadence.clause,
    note: before === undefined ? '没有上一次的记录' : `上一次：${before}`,
  });
}

/** Days of the evaluations and inspections that are recorded under the name of a periodic task. */
function recordsOf(what: string, { unit }: CalendarInput): readonly string[] {
  const evaluations = unit.evaluations.filter((one) => isOpen(one) && one.kind === what);
  const inspections = unit.inspections.filter(
    (one) => isOpen(one) && (one.method === what || one.title.includes(what)),
  );
  return [...evaluations, ...inspections].flatMap(({ on }) => (on === undefined ? [] : [on]));
}

/** 备案: done when a filing of it went to the office that the scheme names. */
export function filingDuties(input: CalendarInput): Duty[] {
  const { scheme, unit, relations, assessment, year } = input;
  return scheme.filings.flatMap((filing, index) => {
    const { unitKinds, levels, ranks } = filing;
    if (unitKinds.length > 0 && !unitKinds.includes(unit.info.kind ?? '')) return [];
    if (ranks.length > 0 && !relations.posts.some(({ rank = '' }) => ranks.includes(rank)))
      return [];
    const points = relations.risks.filter(({ id }) =>
      levels.includes(assessment.risks.get(id)?.level ?? ''),
    );
    if (levels.length > 0 && points.length === 0) return [];
    const records = unit.filings.filter(
      (one) => isOpen(one) && inYear(input, one.on) && isOf(filing, one, scheme),
    );
    const filed = new Set(records.flatMap(({ risks }) => risks));
    // A record that names no point stands for the whole list.
    const named = records.length > 0 && records.every(({ risks }) => risks.length > 0);
    const open = named ? points.filter(({ id }) => !filed.has(id)) : [];
    const title = `${filing.what ?? scheme.papers.find(({ id }) => filing.papers.includes(id))?.title ?? '材料'}报${filing.to}备案`;
    return [
      duty({
        key: `filing/${index + 1}`,
        kind: 'filing',
        title,
        due: dueIn(year, filing.due),
        doneOn: open.length > 0 ? undefined : earliest(records.map(({ on }) => on)),
        who: scheme.words.unit,
        ref: unit.ref,
        clause: filing.clause,
        note: notesOf(
          filing.due,
          year,
          open.map(({ id }) => id),
        ),
      }),
    ];
  });
}

type SchemeFiling = Scheme['filings'][number];

function isOf(
  { to, papers, what }: SchemeFiling,
  record: { readonly to: string; readonly papers: readonly string[] },
  scheme: Scheme,
): boolean {
  if (record.to !== to) return false;
  if (papers.length === 0 || record.papers.length === 0) {
    return (
      what === undefined ||
      record.papers.length === 0 ||
      record.papers.some((one) => what.includes(one) || one.includes(what))
    );
  }
  const titles = papers.flatMap((name) => [
    name,
    ...scheme.papers.filter(({ id }) => id === name).map(({ title }) => title),
  ]);
  return record.papers.some((one) => titles.includes(one));
}

function notesOf(
  due: string | undefined,
  year: number,
  open: readonly string[],
): string | undefined {
  const parts = [
    ...(due !== undefined && dueIn(year, due) === undefined ? [`时限：${due}`] : []),
    ...(open.length > 0 ? [`尚未备案的风险点：${open.join('、')}`] : []),
  ];
  return parts.length === 0 ? undefined : parts.join('；');
}

/** 公示 that the scheme asks for each year, done by a notice of the year. */
export function publicDuties(input: CalendarInput): Duty[] {
  const { scheme, unit } = input;
  return scheme.publicNotices.flatMap(({ what, clause, place }, index) =>
    what.flatMap((name) => {
      const posted = unit.notices.filter(
        (one) =>
          isOpen(one) &&
          inYear(input, one.from) &&
          [one.title, ...one.papers].some((text) => text.includes(name)),
      );
      return [
        duty({
          key: `public/${index + 1}/${name}`,
          kind: 'notice',
          title: `公示${name}`,
          doneOn: earliest(posted.map(({ from }) => from)),
          who: scheme.words.unit,
          ref: unit.ref,
          clause,
          note: place,
        }),
      ];
    }),
  );
}

/** A role word of the scheme in the unit's own words. */
export function whoDoes(by: string | undefined, { words }: Scheme): string {
  switch (by) {
    case undefined:
      return '';
    case 'departmentHead':
      return words.departmentHead;
    case 'leaderInCharge':
      return words.leaderInCharge;
    case 'head':
      return '主要负责人';
    default:
      return by;
  }
}
