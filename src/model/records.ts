import { z } from 'zod';
import {
  attachments,
  common,
  day,
  idSchema,
  refTo,
  refsTo,
  requiredText,
  text,
  texts,
  none,
  nothing,
  signed,
} from './common.ts';

/** Who acted: a post, or a body such as 党组会议, or both. */
const actor = (title: string) =>
  z
    .strictObject({
      post: refTo('post', '岗位').optional(),
      person: refTo('person', '人员').optional(),
      body: text('机构').optional(),
    })
    .meta({ title });

/** What a record is about. */
const subjects = {
  posts: refsTo('post', '涉及岗位'),
  departments: refsTo('department', '涉及机构'),
  powers: refsTo('power', '涉及职权'),
  risks: refsTo('risk', '涉及风险点'),
  measures: refsTo('measure', '涉及措施'),
};

/** The same where sign-offs cover it. */
const signedSubjects = {
  posts: signed(subjects.posts),
  departments: signed(subjects.departments),
  powers: signed(subjects.powers),
  risks: signed(subjects.risks),
  measures: signed(subjects.measures),
};

/** What a sign-off is of: exactly one of these; `form` adds the paper on which a subject was signed. */
const reviewedSchema = z
  .strictObject({
    unit: z.literal(true).optional().meta({ title: '单位层面' }),
    department: refTo('department', '机构').optional(),
    post: refTo('post', '岗位').optional(),
    /** A list of the whole unit, by the paper's id. */
    list: idSchema.optional().meta({ title: '清单' }),
    notice: refTo('notice', '公示').optional(),
    commitment: refTo('commitment', '承诺').optional(),
    form: idSchema.optional().meta({ title: '表格' }),
  })
  .refine(
    ({ form: _, ...of }) => Object.values(of).filter((one) => one !== undefined).length === 1,
    {
      params: { expected: 'oneSubject' },
    },
  )
  .meta({ title: '审核对象' });

/** Digests by the birth id of a risk point, or `kind/birth-id` of another record. */
const digestsOf = (title: string) =>
  z.record(z.string(), text('摘要')).default(nothing).meta({ title });

/** reviews.yaml: 审核: one act of one step of a review chain, written by `lianfang review`. */
export const reviewSchema = z.strictObject({
  ...common,
  of: reviewedSchema,
  stage: requiredText('审核环节'),
  kind: z.enum(['decide', 'consult', 'collect']).default('decide').meta({ title: '环节性质' }),
  act: z
    .enum(['报送', '登记', '同意', '退回', '征求意见', '反馈意见', '建议提级'])
    .optional()
    .meta({ title: '动作' }),
  by: actor('审核人').optional(),
  /** The word by which the scheme names who acts: departmentHead, leaderInCharge, a body. */
  role: text('审核身份').optional(),
  /** The stages of the chain as they applied then: who heads what may change, what was done does not. */
  chain: texts('当时的审核链'),
  attendance: z
    .strictObject({
      present: z.number().int().min(0).meta({ title: '到会' }),
      of: z.number().int().min(1).meta({ title: '应到' }),
    })
    .optional()
    .meta({ title: '到会情况' }),
  on: day('日期').optional(),
  opinion: text('意见').optional(),
  minutes: text('会议纪要编号').optional(),
  returnTo: text('退回至').optional(),
  /** Of a return: the parts that were not agreed to. */
  returned: texts('未通过的内容'),
  /** Of a proposal to raise (建议提级): the level proposed for each item. */
  proposed: z.record(z.string(), z.string()).default(nothing).meta({ title: '建议等级' }),
  /** What was signed, item by item, so that only what changed goes stale. */
  items: digestsOf('内容摘要'),
  /** What each item rests on: steps, measures and powers. */
  basis: digestsOf('依据摘要'),
  levels: z.record(z.string(), z.string()).default(nothing).meta({ title: '当时的等级' }),
  /** The parts that the scheme has reviewed one by one, for each item. */
  parts: z
    .record(z.string(), z.record(z.string(), z.string()))
    .default(nothing)
    .meta({ title: '各部分摘要' }),
  /** Who held the post; a new holder asks for a new review. */
  holders: refsTo('person', '当时的在岗人员'),
  /** The scheme with the digest of its rating part: `own@sha256-v1:…`. */
  scheme: text('方案版本').optional(),
  attachments,
  /** Digest of the record before this one. */
  previous: text('上一条摘要').optional(),
  /** Digest of this record, over everything else in it. */
  digest: text('本条摘要').optional(),
});
export type Review = z.infer<typeof reviewSchema>;

/** commitments.yaml: 承诺. */
export const commitmentSchema = z.strictObject({
  ...common,
  unit: signed(z.literal(true).optional().meta({ title: '单位承诺' })),
  post: signed(refTo('post', '承诺岗位').optional()),
  person: signed(refTo('person', '承诺人').optional()),
  to: signed(actor('受承诺人').optional()),
  on: day('签订日期').optional(),
  content: signed(texts('承诺内容')),
  published: z
    .strictObject({ place: text('公示地点'), from: day('开始'), to: day('结束').optional() })
    .optional()
    .meta({ title: '公示' }),
  attachments,
});
export type Commitment = z.infer<typeof commitmentSchema>;

/** notices.yaml: 公示. */
export const noticeSchema = z.strictObject({
  ...common,
  ...signedSubjects,
  title: signed(requiredText('公示名称')),
  papers: signed(texts('公示材料')),
  audience: signed(z.enum(['unit', 'public']).optional().meta({ title: '公示范围' })),
  place: signed(text('公示地点').optional()),
  from: signed(day('开始').optional()),
  to: signed(day('结束').optional()),
  telephone: signed(text('监督电话').optional()),
  /** What was posted, point by point: it must be what was signed. */
  items: digestsOf('公示内容摘要'),
  /** Who takes objections in. */
  receiver: text('受理机构').optional(),
  signedBy: refTo('post', '签发人').optional(),
  objections: z
    .array(
      z.strictObject({
        on: day('日期').optional(),
        content: text('意见'),
        handling: text('处理情况').optional(),
        handledOn: day('处理日期').optional(),
      }),
    )
    .default(none)
    .meta({ title: '收到的意见' }),
  attachments,
});
export type Notice = z.infer<typeof noticeSchema>;

/** filings.yaml: 备案. */
export const filingSchema = z.strictObject({
  ...common,
  ...subjects,
  number: text('文号').optional(),
  papers: texts('备案材料'),
  /** What was handed in, point by point, so that a later change shows. */
  items: digestsOf('报送内容摘要'),
  to: requiredText('备案机关'),
  summary: texts('有关情况'),
  on: day('报送日期').optional(),
  by: actor('报送人').optional(),
  receipt: text('回执编号').optional(),
  receivedOn: day('回执日期').optional(),
  attachments,
});
export type Filing = z.infer<typeof filingSchema>;

export const findingSchema = z.strictObject({
  id: idSchema,
  problem: requiredText('问题'),
  risks: refsTo('risk', '涉及风险点'),
  departments: refsTo('department', '责任机构'),
  posts: refsTo('post', '责任岗位'),
  /** 个性问题 or 共性问题. */
  typical: z.enum(['个性', '共性']).optional().meta({ title: '性质' }),
  advice: text('整改意见').optional(),
});

export type InspectionFinding = z.infer<typeof findingSchema>;

/** inspections.yaml: 监督检查: written, talk, visit or a project of its own. */
export const inspectionSchema = z.strictObject({
  ...common,
  ...subjects,
  title: requiredText('检查名称'),
  /** 文号 of the letter that asks, or of the project as it was approved. */
  number: text('文号').optional(),
  method: text('检查方式').optional(),
  by: actor('检查人').optional(),
  team: texts('检查组成员岗位'),
  assists: texts('协办单位'),
  recorder: refTo('post', '记录人').optional(),
  on: day('检查日期').optional(),
  until: day('结束日期').optional(),
  place: text('地点').optional(),
  scope: texts('检查范围'),
  visited: texts('走访对象'),
  reason: text('立项理由').optional(),
  basis: texts('检查依据'),
  focus: texts('检查重点'),
  plan: texts('检查方案'),
  schedule: texts('时间安排'),
  questions: texts('问询事项'),
  replyDue: day('答复时限').optional(),
  answer: texts('情况说明'),
  answeredBy: actor('答复人').optional(),
  answeredOn: day('答复日期').optional(),
  record: texts('检查记录'),
  /** What those talked to or visited declared. */
  statement: texts('对方表态'),
  findings: z.array(findingSchema).default(none).meta({ title: '发现的问题' }),
  conclusion: text('检查结论').optional(),
  approvedBy: actor('审批人').optional(),
  approvedOn: day('审批日期').optional(),
  feedbackOn: day('反馈日期').optional(),
  feedbackNumber: text('反馈文号').optional(),
  attachments,
});
export type Inspection = z.infer<typeof inspectionSchema>;

/** warnings.yaml: 预警. */
export const warningSchema = z.strictObject({
  ...common,
  ...subjects,
  source: text('信息来源').optional(),
  receivedOn: day('收到日期').optional(),
  summary: requiredText('问题摘要'),
  judgement: text('研判意见').optional(),
  grade: text('预警级别').optional(),
  number: text('文号').optional(),
  /** Who sends the warning: the office or the discipline body. */
  by: actor('预警机关').optional(),
  demands: texts('处置要求'),
  notifiedOn: day('通知日期').optional(),
  department: refTo('department', '处置机构').optional(),
  responsible: refTo('post', '处置责任人').optional(),
  handling: text('处置方式').optional(),
  cause: text('原因分析').optional(),
  actions: texts('处置措施'),
  due: day('处置时限').optional(),
  reportedOn: day('上报日期').optional(),
  result: text('处置情况').optional(),
  assessment: text('评估意见').optional(),
  conclusion: z.enum(['销号', '退回', '升级']).optional().meta({ title: '结论' }),
  closedOn: day('办结日期').optional(),
  attachments,
});
export type Warning = z.infer<typeof warningSchema>;

/** rectifications.yaml: 整改, and defects that a sampled test of a measure found. */
export const rectificationSchema = z.strictObject({
  ...common,
  ...subjects,
  finding: refTo('finding', '对应问题').optional(),
  warning: refTo('warning', '对应预警').optional(),
  problem: requiredText('问题'),
  testedOn: day('测评日期').optional(),
  samples: z.number().int().min(0).optional().meta({ title: '样本数' }),
  defects: z.number().int().min(0).optional().meta({ title: '不符合数' }),
  cause: text('原因').optional(),
  actions: texts('整改措施'),
  department: refTo('department', '责任机构').optional(),
  owner: refTo('post', '责任人').optional(),
  due: day('整改时限').optional(),
  doneOn: day('完成日期').optional(),
  result: text('整改情况').optional(),
  verifiedBy: refTo('post', '验收人').optional(),
  verifiedOn: day('验收日期').optional(),
  conclusion: z.enum(['销号', '继续整改', '退回重办']).optional().meta({ title: '结论' }),
  attachments,
});
export type Rectification = z.infer<typeof rectificationSchema>;

/** letters.yaml: 函件: reminders, supervision and inquiry letters, circulars, talk notices. */
export const letterSchema = z.strictObject({
  ...common,
  ...subjects,
  kind: requiredText('函件种类'),
  number: text('文号').optional(),
  /** Who sends it: a discipline body more often than the unit itself. */
  by: actor('发函机关').optional(),
  to: actor('主送').optional(),
  unit: refTo('unit', '主送单位').optional(),
  copies: texts('抄送'),
  finding: refTo('finding', '对应问题').optional(),
  warning: refTo('warning', '对应预警').optional(),
  subject: text('事由').optional(),
  basis: texts('依据'),
  facts: texts('有关情况'),
  matters: texts('事项'),
  /** 谈话: when and where a person is called to, and what was said there. */
  talk: z
    .strictObject({
      time: text('谈话时间'),
      place: text('谈话地点').optional(),
      by: actor('谈话人').optional(),
      recorder: refTo('post', '记录人').optional(),
      record: texts('谈话内容'),
      statement: texts('本人表态'),
    })
    .optional()
    .meta({ title: '谈话' }),
  on: day('发出日期').optional(),
  replyDue: day('回复时限').optional(),
  repliedOn: day('回复日期').optional(),
  reply: texts('回复内容'),
  attachments,
});
export type Letter = z.infer<typeof letterSchema>;

/** evaluations.yaml: 评议、评估、评查、问卷: raw counts are kept. */
export const evaluationSchema = z.strictObject({
  ...common,
  ...subjects,
  kind: requiredText('评议种类'),
  period: text('所属时段').optional(),
  unit: z.literal(true).optional().meta({ title: '单位层面' }),
  on: day('日期').optional(),
  place: text('地点').optional(),
  chair: refTo('post', '主持人').optional(),
  recorder: refTo('post', '记录人').optional(),
  participants: z
    .array(z.strictObject({ who: text('参加人员'), count: z.number().int().min(0) }))
    .default(none)
    .meta({ title: '参加人员' }),
  items: z
    .array(
      z.strictObject({
        item: text('评议内容'),
        risk: refTo('risk', '涉及风险点').optional(),
        post: refTo('post', '涉及岗位').optional(),
        opinion: text('意见').optional(),
        score: z.number().optional().meta({ title: '得分' }),
        votes: z.record(z.string(), z.number().int().min(0)).optional().meta({ title: '票数' }),
        result: text('结论').optional(),
      }),
    )
    .default(none)
    .meta({ title: '评议事项' }),
  /** Who rates, as the scheme's `raters` names it; a ballot may name another. */
  rater: text('评定方').optional(),
  /** The raw votes: each ballot's mark for every matter in turn, '' where it leaves it open. */
  ballots: z
    .array(
      z.strictObject({
        rater: text('评定方').optional(),
        marks: z.array(z.union([z.string().trim(), z.number()])).meta({ title: '逐项意见' }),
      }),
    )
    .default(none)
    .meta({ title: '原始票' }),
  conclusion: text('结论').optional(),
  attachments,
});
export type Evaluation = z.infer<typeof evaluationSchema>;
