import type { RecordOf } from '../../model/kinds.ts';

/** Why a meeting that is said to have been held was none, or undefined; `key` is the field it is about. */
export function attendanceFault({
  on,
  participants,
  present,
  expected,
  passed,
}: RecordOf<'meeting'>): { readonly key: string; readonly message: string } | undefined {
  if (on === undefined) return undefined;
  const counted = participants.reduce((total, { count }) => total + count, 0);
  const came = Math.max(counted, present.length);
  if (came === 0) return { key: 'participants', message: '没有写由谁参加' };
  if (expected !== undefined && came > expected) {
    return { key: 'expected', message: `到会 ${came} 人，多于应到的 ${expected} 人` };
  }
  if (passed !== undefined && passed > came) {
    return { key: 'passed', message: `合格 ${passed} 人，多于参加的 ${came} 人` };
  }
  return undefined;
}
