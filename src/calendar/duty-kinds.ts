/** What kind of thing is to be done (事项类别). */
export const DUTY_KINDS = {
  stage: '工作阶段',
  cadence: '定期工作',
  inspection: '监督检查',
  review: '审核',
  commitment: '承诺',
  notice: '公示',
  filing: '备案',
  measure: '措施落实',
  finding: '问题处置',
  letter: '函件回复',
  warning: '预警处置',
  rectification: '整改',
  escalation: '逾期升级',
  rerating: '重新评级',
} as const;
export type DutyKind = keyof typeof DUTY_KINDS;

/** Days before the last one in which a duty is called 将到期, unless told otherwise. */
export const SOON = 7;

/** The kind of duty of a name that a descriptor gives; one that there is not is a fault of the model. */
export function dutyKindNamed(name: string): DutyKind {
  const kind = (Object.keys(DUTY_KINDS) as DutyKind[]).find((known) => known === name);
  if (kind === undefined) throw new Error(`no kind of duty is called ${name}`);
  return kind;
}
