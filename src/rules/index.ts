import { circle } from './lf204-circle.ts';
import { danglingReference } from './lf201-dangling-reference.ts';
import { duplicateId } from './lf202-duplicate-id.ts';
import { endlessStep } from './lf206-endless-step.ts';
import { idReused } from './lf203-id-reused.ts';
import { notInPost } from './lf210-not-in-post.ts';
import { oneSubject } from './lf208-one-subject.ts';
import { readingRules } from './reading.ts';
import { refersToClosed } from './lf209-refers-to-closed.ts';
import type { Rule } from './rule.ts';
import { schemaRules } from './schema.ts';
import { schemeFileRules } from './scheme-files.ts';
import { unknownStep } from './lf207-unknown-step.ts';
import { unreachableStep } from './lf205-unreachable-step.ts';

/** Every rule, in the order of its code. */
export const rules: readonly Rule[] = [
  ...readingRules,
  ...schemaRules,
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
  ...schemeFileRules,
];
