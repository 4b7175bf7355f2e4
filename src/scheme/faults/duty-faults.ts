import type { SchemeDue, SchemeDuty } from '../../model/scheme-duty.ts';
import type { Scheme } from '../../model/scheme.ts';
import { dayInYear } from '../day-in-year.ts';
import type { ReportFault, SchemePath } from './report-fault.ts';
import { isKnown } from './report-fault.ts';

/** LF603 and LF609 for words, papers, steps and days of duties that the scheme does not have. */
export function checkDuties(scheme: Scheme, report: ReportFault): void {
  for (const [index, duty] of scheme.duties.entries()) {
    const path: SchemePath = ['duties', index];
    checkFilters(duty, path, scheme, report);
    checkDue(duty.due, [...path, 'due'], scheme, report);
    const papers = scheme.papers.map(({ id }) => id);
    // A duty of an earlier version may name papers in words of its own.
    if (!/^(?:notice|filing|commitment|cadence)-\d+$/u.test(duty.id)) {
      duty.of.papers.forEach((paper, at) =>
        isKnown(
          report,
          'LF609',
          { path: [...path, 'of', 'papers', at] },
          { word: paper, known: papers, what: '材料' },
        ),
      );
    }
    if (duty.paper !== undefined) {
      isKnown(
        report,
        'LF609',
        { path: [...path, 'paper'] },
        { word: duty.paper, known: papers, what: '材料' },
      );
    }
    const stages = scheme.reviews.flatMap(({ steps }) => steps.map(({ stage }) => stage));
    duty.after.forEach((stage, at) =>
      isKnown(
        report,
        'LF609',
        { path: [...path, 'after', at] },
        { word: stage, known: stages, what: '审核环节' },
      ),
    );
    if (duty.before !== undefined) {
      isKnown(
        report,
        'LF609',
        { path: [...path, 'before'] },
        { word: duty.before, known: stages, what: '审核环节' },
      );
    }
  }
}

function checkFilters(
  { of, where }: SchemeDuty,
  path: SchemePath,
  scheme: Scheme,
  report: ReportFault,
): void {
  const ids = (records: readonly { readonly id: string }[]) => records.map(({ id }) => id);
  const known = {
    ranks: ids(scheme.ranks),
    tiers: ids(scheme.tiers),
    subjects: ids(scheme.subjects),
    // Any word will do where the scheme lists no kinds.
    departmentKinds: scheme.departmentKinds.length > 0 ? scheme.departmentKinds : undefined,
  };
  const names = {
    ranks: '职级层次',
    tiers: '岗位层级',
    subjects: '评定层面',
    departmentKinds: '机构类型',
  };
  of.levels.forEach((level, at) =>
    isKnown(
      report,
      'LF603',
      { path: [...path, 'of', 'levels', at] },
      { word: level, known: ids(scheme.levels), what: '等级' },
    ),
  );
  for (const [at, filter] of where.entries()) {
    for (const key of ['ranks', 'tiers', 'subjects', 'departmentKinds'] as const) {
      const words = known[key];
      if (words === undefined) continue;
      filter[key].forEach((word, place) =>
        isKnown(
          report,
          'LF609',
          { path: [...path, 'where', at, key, place] },
          { word: word, known: words, what: names[key] },
        ),
      );
    }
  }
}

function checkDue(
  due: SchemeDue | undefined,
  path: SchemePath,
  scheme: Scheme,
  report: ReportFault,
): void {
  const stages = scheme.stages.map(({ id }) => id);
  const day = (text: string, place: SchemePath) => {
    if (dayInYear(2000, text) !== undefined) return;
    isKnown(
      report,
      'LF609',
      { path: place },
      { word: text, known: stages, what: '日期或者工作阶段' },
    );
  };
  if (due === undefined) return;
  if (typeof due === 'string') day(due, path);
  else if ('firstYear' in due) {
    day(due.firstYear, [...path, 'firstYear']);
    if (due.later !== undefined) day(due.later, [...path, 'later']);
  } else if ('after' in due) {
    const events = [
      'period',
      ...scheme.duties.map(({ id }) => id),
      ...scheme.reviews.flatMap(({ steps }) => steps.map(({ stage }) => stage)),
    ];
    isKnown(
      report,
      'LF609',
      { path: [...path, 'after'] },
      { word: due.after, known: events, what: '起算事项' },
    );
  }
}
