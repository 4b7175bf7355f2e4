import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Scheme } from '../../model/scheme.ts';
import type { Planned } from '../../signoff/steps/plan-act.ts';
import type { SubjectState } from '../../signoff/states/sign-off-states.ts';

/** A subject as people name it: 岗位「出纳」. */
export function nameOf(
  { subject: { kind, name } }: Pick<SubjectState, 'subject'>,
  { words }: Scheme,
): string {
  const kinds = {
    unit: words.unit,
    department: words.department,
    post: words.post,
    list: '清单',
    notice: '公示',
    commitment: '承诺',
  };
  return `${kinds[kind]}「${name}」`;
}

/** What an act did, and what comes next. */
export function actLine(
  state: SubjectState,
  planned: Extract<Planned, { readonly draft: unknown }>,
  scheme: Scheme,
): string {
  const { draft, step, left } = planned;
  const points = Object.keys(draft.items).filter((key) =>
    state.items.some(({ item }) => item.key === key && item.risk !== undefined),
  ).length;
  const { steps } = state.chain;
  const next = draft.act === '退回' ? draft.returnTo : steps[steps.indexOf(step) + 1]?.stage;
  const arrow =
    draft.act === '退回'
      ? `退回至「${next}」`
      : next === undefined
        ? '全部通过'
        : `下一环节「${next}」`;
  const rest = left.length === 0 ? '' : `，另有 ${left.length} 项不在此环节`;
  return `${nameOf(state, scheme)} ${step.stage} ${draft.act} ${scheme.words.riskPoint} ${points} 个${rest} → ${arrow}`;
}

/** What stands in the way of a sign-off, with its place. */
export function blockerLine({ file, start, message, severity, code }: Diagnostic): string {
  const what = severity === 'todo' ? '还有待填' : '还有错误';
  return `${what} ${file}:${start.line}:${start.column} ${message}（${code}）`;
}
