import { unknownWord } from './reading/lf103-unknown-word.ts';
import { danglingReference } from './references/lf201-dangling-reference.ts';
import { duplicateId } from './references/lf202-duplicate-id.ts';
import { idReused } from './references/lf203-id-reused.ts';
import { circle } from './references/lf204-circle.ts';
import { unreachableStep } from './references/lf205-unreachable-step.ts';
import { endlessStep } from './references/lf206-endless-step.ts';
import { unknownStep } from './references/lf207-unknown-step.ts';
import { oneSubject } from './references/lf208-one-subject.ts';
import { refersToClosed } from './references/lf209-refers-to-closed.ts';
import { notInPost } from './references/lf210-not-in-post.ts';
import { postWithoutPoint } from './coverage/lf301-post-without-point.ts';
import { powerWithoutPoint } from './coverage/lf302-power-without-point.ts';
import { departmentWithoutPoint } from './coverage/lf303-department-without-point.ts';
import { postWithoutPeople } from './coverage/lf304-post-without-people.ts';
import { headWithoutPoint } from './coverage/lf305-head-without-point.ts';
import { leaderWithoutPoint } from './coverage/lf306-leader-without-point.ts';
import { majorMatterMissing } from './coverage/lf307-major-matter-missing.ts';
import { domainMissing } from './coverage/lf308-domain-missing.ts';
import { fieldMissing } from './coverage/lf309-field-missing.ts';
import { methodUnused } from './coverage/lf310-method-unused.ts';
import { unitWithoutPoint } from './coverage/lf311-unit-without-point.ts';
import { powerWithoutFlow } from './coverage/lf312-power-without-flow.ts';
import { leadingGroupMissing } from './coverage/lf313-leading-group-missing.ts';
import { noKeyPost } from './coverage/lf314-no-key-post.ts';
import { noMainPoint } from './coverage/lf315-no-main-point.ts';
import { caseNotMet } from './coverage/lf316-case-not-met.ts';
import { pointWithoutPower } from './content/lf321-point-without-power.ts';
import { notRated } from './content/lf322-not-rated.ts';
import { categoryForSubject } from './content/lf323-category-for-subject.ts';
import { nameIsTask } from './content/lf324-name-is-task.ts';
import { manifestationRepeatsName } from './content/lf325-manifestation-repeats-name.ts';
import { unansweredManifestation } from './content/lf326-unanswered-manifestation.ts';
import { pointWithoutMeasure } from './content/lf327-point-without-measure.ts';
import { emptyMeasure } from './content/lf328-empty-measure.ts';
import { copiedMeasure } from './content/lf329-copied-measure.ts';
import { ownerMissing } from './content/lf330-owner-missing.ts';
import { rankNotAllowed } from './content/lf331-rank-not-allowed.ts';
import { ownerIsLeader } from './content/lf332-owner-is-leader.ts';
import { levelChangedWithoutReason } from './content/lf333-level-changed-without-reason.ts';
import { tooManyAtLevel } from './content/lf334-too-many-at-level.ts';
import { allAtOneLevel } from './content/lf335-all-at-one-level.ts';
import { mostlyOneCategory } from './content/lf336-mostly-one-category.ts';
import { gravestWithoutExecutor } from './content/lf337-gravest-without-executor.ts';
import { measureDemandUnmet } from './measures/lf338-measure-demand-unmet.ts';
import { kindForCategory } from './measures/lf339-kind-for-category.ts';
import { noMeasureOfItsOwn } from './measures/lf340-no-measure-of-its-own.ts';
import { similarMeasures } from './formalism/lf341-similar-measures.ts';
import { similarPoints } from './formalism/lf342-similar-points.ts';
import { similarPointsOtherLevel } from './formalism/lf343-similar-points-other-level.ts';
import { sameSheet } from './formalism/lf344-same-sheet.ts';
import { leftover } from './formalism/lf345-leftover.ts';
import { onlyNamesRule } from './formalism/lf346-only-names-rule.ts';
import { drownedInTrifles } from './formalism/lf347-drowned-in-trifles.ts';
import { farFromMedian } from './formalism/lf348-far-from-median.ts';
import { thinLeader } from './formalism/lf349-thin-leader.ts';
import { numberingGap } from './formalism/lf350-numbering-gap.ts';
import { typedTotal } from './formalism/lf351-typed-total.ts';
import { lastYearsText } from './formalism/lf352-last-years-text.ts';
import { levelRose } from './formalism/lf353-level-rose.ts';
import { unknownStage } from './signoffs/lf401-unknown-stage.ts';
import { wrongReviewer } from './signoffs/lf402-wrong-reviewer.ts';
import { signedTwice } from './signoffs/lf403-signed-twice.ts';
import { reviewDates } from './signoffs/lf404-review-dates.ts';
import { stepSkipped } from './signoffs/lf405-step-skipped.ts';
import { recordsAltered } from './signoffs/lf406-records-altered.ts';
import { changedSince } from './signoffs/lf407-changed-since.ts';
import { basisChanged } from './signoffs/lf408-basis-changed.ts';
import { ownWork } from './signoffs/lf409-own-work.ts';
import { attendance } from './signoffs/lf410-attendance.ts';
import { votesDiffer } from './signoffs/lf411-votes-differ.ts';
import { handedOnUnsigned } from './signoffs/lf412-handed-on-unsigned.ts';
import { aheadOfNotice } from './signoffs/lf413-ahead-of-notice.ts';
import { toldAsSigned } from './signoffs/lf414-told-as-signed.ts';
import { datesOutOfOrder } from './year/lf421-dates-out-of-order.ts';
import { noticeTooShort } from './year/lf422-notice-too-short.ts';
import { noticeIncomplete } from './year/lf423-notice-incomplete.ts';
import { closedWithoutEvidence } from './year/lf424-closed-without-evidence.ts';
import { verifiedByDoer } from './year/lf425-verified-by-doer.ts';
import { repeatedFindings } from './year/lf426-repeated-findings.ts';
import { objectionUnanswered } from './year/lf427-objection-unanswered.ts';
import { postedUnsigned } from './year/lf428-posted-unsigned.ts';
import { overdue } from './year/lf431-overdue.ts';
import { dutyNotNamed } from './year/lf432-duty-not-named.ts';
import { dischargesNothing } from './year/lf433-discharges-nothing.ts';
import { meetingAttendance } from './year/lf434-meeting-attendance.ts';
import { rotationNotMade } from './year/lf435-rotation-not-made.ts';
import { remedyNotForThis } from './year/lf436-remedy-not-for-this.ts';
import { measureServesNothing } from './hygiene/lf501-measure-serves-nothing.ts';
import { privateNumber } from './hygiene/lf502-private-number.ts';
import type { Rule } from './rule.ts';

/** Every rule with a check, by code; what is said of the others stands in `templates/rules`. */
export const checkingRules: readonly Rule[] = [
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
  leadingGroupMissing,
  noKeyPost,
  noMainPoint,
  caseNotMet,
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
  measureDemandUnmet,
  kindForCategory,
  noMeasureOfItsOwn,
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
  levelRose,
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
  aheadOfNotice,
  toldAsSigned,
  datesOutOfOrder,
  noticeTooShort,
  noticeIncomplete,
  closedWithoutEvidence,
  verifiedByDoer,
  repeatedFindings,
  objectionUnanswered,
  postedUnsigned,
  overdue,
  dutyNotNamed,
  dischargesNothing,
  meetingAttendance,
  rotationNotMade,
  remedyNotForThis,
  measureServesNothing,
  privateNumber,
];
