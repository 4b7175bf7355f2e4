import { officialDay } from '../../calendar/dates.ts';
import { DUTY_KINDS } from '../../calendar/duty-kinds.ts';
import type { Listing } from '../list/listing-text.ts';
import { listingMarkdown, listingText } from '../list/listing-text.ts';
import { NOT_SEEN_AGAIN } from './not-seen-again.ts';
import type { Overview, Share } from './overview.ts';
import { SIGN_STATES } from '../../signoff/states/progress.ts';
import { SHARED_KINDS, UNIT_STATES } from './overview.ts';

/** A line a unit, for the screen. */
export function overviewText(overviews: readonly Overview[], asOf: string): string {
  const listing = listingOf(overviews);
  const headers = listing.columns.map(({ header }) => header);
  const table = listingText({ ...listing, rows: [headers, ...listing.rows] });
  return `截至${officialDay(asOf)}\n${table}${sumLine(overviews)}`;
}

export function overviewMarkdown(overviews: readonly Overview[], asOf: string): string {
  return `# 工作进展（截至${officialDay(asOf)}）\n\n${listingMarkdown(listingOf(overviews))}\n${sumLine(overviews)}`;
}

export function overviewJson(overviews: readonly Overview[], asOf: string): string {
  const units = overviews.map((one) => ({
    unit: one.unit.unit.id,
    name: one.unit.unit.info.name,
    state: UNIT_STATES[one.state],
    reviews: one.reviews,
    ...one.shares,
    overdue: one.overdue.map(({ key, title, due }) => ({ key, title, due })),
    reratings: one.reratings,
    notSeenAgain: one.notSeenAgain,
    subjects: one.signOffs.subjects.map(({ subject, state: own, next, due }) => ({
      subject: subject.key,
      name: subject.name,
      state: SIGN_STATES[own],
      next: next?.stage,
      due,
    })),
  }));
  return `${JSON.stringify({ schemaVersion: 1, asOf, units }, null, 2)}\n`;
}

function listingOf(overviews: readonly Overview[]): Listing {
  const isLater = overviews.some(({ notSeenAgain }) => notSeenAgain !== undefined);
  return {
    columns: [
      { key: 'unit', header: '单位' },
      { key: 'state', header: '进展' },
      { key: 'reviews', header: '审核' },
      ...SHARED_KINDS.map((kind) => ({ key: kind, header: DUTY_KINDS[kind] })),
      { key: 'reratings', header: '重新评级' },
      ...(isLater ? [{ key: 'notSeenAgain', header: NOT_SEEN_AGAIN }] : []),
      { key: 'overdue', header: '逾期' },
    ],
    rows: overviews.map(({ unit, state, reviews, shares, overdue, reratings, notSeenAgain }) => [
      unit.unit.info.name,
      UNIT_STATES[state],
      shareText(reviews),
      ...SHARED_KINDS.map((kind) => shareText(shares[kind])),
      String(reratings.length),
      ...(isLater ? [String(notSeenAgain?.length ?? 0)] : []),
      String(overdue.length),
    ]),
  };
}

function shareText({ done, of }: Share): string {
  return of === 0 ? '-' : `${done}/${of}`;
}

function sumLine(overviews: readonly Overview[]): string {
  const late = overviews.filter(({ overdue }) => overdue.length > 0).length;
  const counts = new Map<Overview['state'], number>();
  for (const { state } of overviews) counts.set(state, (counts.get(state) ?? 0) + 1);
  const words = [...counts].map(([state, count]) => `${UNIT_STATES[state]} ${count} 个`).join('、');
  return `共 ${overviews.length} 个单位：${words}；有逾期事项的 ${late} 个\n`;
}
