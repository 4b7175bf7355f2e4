import type { Method } from '../../model/rating.ts';
import type { Scheme } from '../../model/scheme.ts';
import { bandOf } from '../rating/cutoffs.ts';
import type { ReportFault, SchemePath } from './report-fault.ts';

const SCORE = /(不足|低于|少于|超过|高于|大于)?(\d+(?:\.\d+)?)分/g;
/** Less than the distance of any two scores. */
const NEAR = 1e-6;

/**
 * LF609: a level whose definition (划分标准) names scores that its cut-offs give to another level. Both
 * are printed, so one of them would be untrue.
 */
export function checkDefinitions(scheme: Scheme, report: ReportFault): void {
  const found = scoreOf(scheme.rating, ['rating']);
  if (found === undefined) return;
  const { score, path } = found;
  for (const { id, definition = '' } of scheme.levels) {
    for (const [said, before, number] of definition.matchAll(SCORE)) {
      const shift = before === undefined ? 0 : /[超高大]/.test(before) ? NEAR : -NEAR;
      const level = bandOf(Number(number) + shift, score.cutoffs)?.level;
      if (level === undefined || level === id) continue;
      report('LF609', path, `等级「${id}」的划分标准写着“${said}”，按这里的界限属于「${level}」`, {
        hint: '改正界限，或者在 levels 中改写划分标准',
      });
      break;
    }
  }
}

type FoundScore = { readonly score: NonNullable<Method['score']>; readonly path: SchemePath };

function scoreOf({ score, base }: Method, path: SchemePath): FoundScore | undefined {
  if (score !== undefined) return { score, path: [...path, 'score', 'cutoffs'] };
  return base === undefined ? undefined : scoreOf(base, [...path, 'base']);
}
