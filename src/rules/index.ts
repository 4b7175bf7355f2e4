import { compareText } from '../util/natural-order.ts';
import { ignoringRules } from './ignoring.ts';
import { unknownWord } from './lf103-unknown-word.ts';
import { danglingReference } from './lf201-dangling-reference.ts';
import { duplicateId } from './lf202-duplicate-id.ts';
import { idReused } from './lf203-id-reused.ts';
import { circle } from './lf204-circle.ts';
import { unreachableStep } from './lf205-unreachable-step.ts';
import { endlessStep } from './lf206-endless-step.ts';
import { unknownStep } from './lf207-unknown-step.ts';
import { oneSubject } from './lf208-one-subject.ts';
import { refersToClosed } from './lf209-refers-to-closed.ts';
import { notInPost } from './lf210-not-in-post.ts';
import { postWithoutPoint } from './lf301-post-without-point.ts';
import { powerWithoutPoint } from './lf302-power-without-point.ts';
import { departmentWithoutPoint } from './lf303-department-without-point.ts';
import { postWithoutPeople } from './lf304-post-without-people.ts';
import { headWithoutPoint } from './lf305-head-without-point.ts';
import { leaderWithoutPoint } from './lf306-leader-without-point.ts';
import { majorMatterMissing } from './lf307-major-matter-missing.ts';
import { domainMissing } from './lf308-domain-missing.ts';
import { fieldMissing } from './lf309-field-missing.ts';
import { methodUnused } from './lf310-method-unused.ts';
import { unitWithoutPoint } from './lf311-unit-without-point.ts';
import { powerWithoutFlow } from './lf312-power-without-flow.ts';
import { pointWithoutPower } from './lf321-point-without-power.ts';
import { notRated } from './lf322-not-rated.ts';
import { categoryForSubject } from './lf323-category-for-subject.ts';
import { nameIsTask } from './lf324-name-is-task.ts';
import { manifestationRepeatsName } from './lf325-manifestation-repeats-name.ts';
import { unansweredManifestation } from './lf326-unanswered-manifestation.ts';
import { pointWithoutMeasure } from './lf327-point-without-measure.ts';
import { emptyMeasure } from './lf328-empty-measure.ts';
import { copiedMeasure } from './lf329-copied-measure.ts';
import { ownerMissing } from './lf330-owner-missing.ts';
import { rankNotAllowed } from './lf331-rank-not-allowed.ts';
import { ownerIsLeader } from './lf332-owner-is-leader.ts';
import { levelChangedWithoutReason } from './lf333-level-changed-without-reason.ts';
import { tooManyAtLevel } from './lf334-too-many-at-level.ts';
import { allAtOneLevel } from './lf335-all-at-one-level.ts';
import { mostlyOneCategory } from './lf336-mostly-one-category.ts';
import { gravestWithoutExecutor } from './lf337-gravest-without-executor.ts';
import { similarMeasures } from './lf341-similar-measures.ts';
import { similarPoints } from './lf342-similar-points.ts';
import { similarPointsOtherLevel } from './lf343-similar-points-other-level.ts';
import { sameSheet } from './lf344-same-sheet.ts';
import { leftover } from './lf345-leftover.ts';
import { onlyNamesRule } from './lf346-only-names-rule.ts';
import { drownedInTrifles } from './lf347-drowned-in-trifles.ts';
import { farFromMedian } from './lf348-far-from-median.ts';
import { thinLeader } from './lf349-thin-leader.ts';
import { numberingGap } from './lf350-numbering-gap.ts';
import { typedTotal } from './lf351-typed-total.ts';
import { lastYearsText } from './lf352-last-years-text.ts';
import { unknownStage } from './lf401-unknown-stage.ts';
import { wrongReviewer } from './lf402-wrong-reviewer.ts';
import { signedTwice } from './lf403-signed-twice.ts';
import { reviewDates } from './lf404-review-dates.ts';
import { stepSkipped } from './lf405-step-skipped.ts';
import { recordsAltered } from './lf406-records-altered.ts';
import { changedSince } from './lf407-changed-since.ts';
import { basisChanged } from './lf408-basis-changed.ts';
import { ownWork } from './lf409-own-work.ts';
import { attendance } from './lf410-attendance.ts';
import { votesDiffer } from './lf411-votes-differ.ts';
import { handedOnUnsigned } from './lf412-handed-on-unsigned.ts';
import { datesOutOfOrder } from './lf421-dates-out-of-order.ts';
import { noticeTooShort } from './lf422-notice-too-short.ts';
import { noticeIncomplete } from './lf423-notice-incomplete.ts';
import { closedWithoutEvidence } from './lf424-closed-without-evidence.ts';
import { verifiedByDoer } from './lf425-verified-by-doer.ts';
import { repeatedFindings } from './lf426-repeated-findings.ts';
import { objectionUnanswered } from './lf427-objection-unanswered.ts';
import { postedUnsigned } from './lf428-posted-unsigned.ts';
import { overdue } from './lf431-overdue.ts';
import { measureServesNothing } from './lf501-measure-serves-nothing.ts';
import { privateNumber } from './lf502-private-number.ts';
import { readingRules } from './reading.ts';
import { schemaRules } from './schema.ts';
import { schemeFileRules } from './scheme-files.ts';
import type { Rule } from './rule.ts';

/** Every rule: those of reading and of the schema, one file each, those of ignores and of scheme files. */
const all: readonly Rule[] = [
  ...readingRules,
  ...schemaRules,
  unknownWord,
  danglingReference,
  duplicateId,
  idReused,
  circle,
  unreachableStep,
  endlessStep,
  unknownStep,
  oneSubject,
  refersToClosed,
  notInPost,
  postWithoutPoint,
  powerWithoutPoint,
  departmentWithoutPoint,
  postWithoutPeople,
  headWithoutPoint,
  leaderWithoutPoint,
  majorMatterMissing,
  domainMissing,
  fieldMissing,
  methodUnused,
  unitWithoutPoint,
  powerWithoutFlow,
  pointWithoutPower,
  notRated,
  categoryForSubject,
  nameIsTask,
  manifestationRepeatsName,
  unansweredManifestation,
  pointWithoutMeasure,
  emptyMeasure,
  copiedMeasure,
  ownerMissing,
  rankNotAllowed,
  ownerIsLeader,
  levelChangedWithoutReason,
  tooManyAtLevel,
  allAtOneLevel,
  mostlyOneCategory,
  gravestWithoutExecutor,
  similarMeasures,
  similarPoints,
  similarPointsOtherLevel,
  sameSheet,
  leftover,
  onlyNamesRule,
  drownedInTrifles,
  farFromMedian,
  thinLeader,
  numberingGap,
  typedTotal,
  lastYearsText,
  unknownStage,
  wrongReviewer,
  signedTwice,
  reviewDates,
  stepSkipped,
  recordsAltered,
  changedSince,
  basisChanged,
  ownWork,
  attendance,
  votesDiffer,
  handedOnUnsigned,
  datesOutOfOrder,
  noticeTooShort,
  noticeIncomplete,
  closedWithoutEvidence,
  verifiedByDoer,
  repeatedFindings,
  objectionUnanswered,
  postedUnsigned,
  overdue,
  measureServesNothing,
  privateNumber,
  ...ignoringRules,
  ...schemeFileRules,
];

/** The registry, in the order of the codes. */
export const rules: readonly Rule[] = all.toSorted((a, b) => compareText(a.meta.code, b.meta.code));
