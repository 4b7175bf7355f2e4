import { say } from '../diagnostics/message.ts';
import type { Finding, NodeRef } from '../diagnostics/diagnostic.ts';
import type { Scheme } from '../model/scheme.ts';
import { checkDefinitions } from './faults/definition-faults.ts';
import { checkDuplicates } from './faults/duplicate-faults.ts';
import { checkMethod } from './faults/method-faults.ts';
import type { ReportFault } from './faults/report-fault.ts';
import { hintFor, isKnown } from './faults/report-fault.ts';
import { checkWords } from './faults/word-faults.ts';
import { HOLDERS, termsOf } from './rating/terms.ts';

/**
 * Everything that is wrong with a scheme whose shape is right, all at once: levels, words, cut-offs,
 * matrices, conditions, review chains. `locate` gives the file and place of a node, so that a fault
 * points into the scheme that wrote it, not into the one that extends it.
 */
export function checkScheme(
  scheme: Scheme,
  locate: (path: readonly (string | number)[]) => NodeRef,
): readonly Finding[] {
  const findings: Finding[] = [];
  const report: ReportFault = (code, path, message, more) => {
    findings.push({ code, ref: locate(path), message, ...more });
  };
  checkDuplicates(scheme, report);
  checkWords(scheme, report);
  checkFactors(scheme, report);
  const vocabulary = {
    terms: termsOf(scheme),
    levels: scheme.levels.map((level) => level.id),
    holders: HOLDERS[scheme.rating.of],
  };
  checkMethod(scheme.rating, ['rating'], { vocabulary, report });
  checkDefinitions(scheme, report);
  checkReturns(scheme, report);
  return findings;
}

const OPERATORS = ['all', 'any', 'not'];

function checkFactors(scheme: Scheme, report: ReportFault): void {
  for (const [id, { label, scale, numbers, meaning }] of Object.entries(scheme.factors)) {
    const path = ['factors', id];
    if (OPERATORS.includes(id)) {
      const message = say`因素编号不能用「${{ id }}」，它在条件中另有含义`;
      report('LF607', path, message, { hint: '换一个编号', on: 'key' });
    }
    if (numbers !== undefined && numbers.length !== scale.length) {
      const message = say`「${{ label }}」有 ${{ values: scale.length }} 个取值，却有 ${{ numbers: numbers.length }} 个分值`;
      report('LF607', [...path, 'numbers'], message, { hint: '分值与取值一一对应' });
    }
    for (const word of Object.keys(meaning)) {
      const place = [...path, 'meaning', word];
      isKnown(
        report,
        'LF607',
        { path: place, on: 'key' },
        { word, known: scale, what: `「${label}」的取值` },
      );
    }
  }
}

/** LF608: a review goes back only to a step before it. */
function checkReturns(scheme: Scheme, report: ReportFault): void {
  for (const [index, { steps }] of scheme.reviews.entries()) {
    for (const [at, { returnTo }] of steps.entries()) {
      if (returnTo === undefined) continue;
      const earlier = steps.slice(0, at).map(({ stage }) => stage);
      if (earlier.includes(returnTo)) continue;
      const isThere = steps.some(({ stage }) => stage === returnTo);
      report(
        'LF608',
        ['reviews', index, 'steps', at, 'returnTo'],
        isThere ? `退回的环节「${returnTo}」不在本环节之前` : `审核流程中没有环节「${returnTo}」`,
        { hint: earlier.length === 0 ? '第一个环节不能退回' : hintFor(returnTo, earlier) },
      );
    }
  }
}
