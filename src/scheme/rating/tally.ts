import type { Citation } from '../assessment.ts';
import type { Method } from '../../model/rating.ts';
import { compileCondition } from './condition.ts';
import { bandText } from './cutoffs.ts';
import type { CompileContext, Program } from './rating-program.ts';
import { UNKNOWN, citation, explain } from './rating-program.ts';
import type { RatersResult } from './rating-program.ts';
import { inBand } from './scales.ts';

/** How many criteria hold, or how many different words a list has, against cut-offs. */
export function compileCount(
  count: NonNullable<Method['count']>,
  context: CompileContext,
  clause: Citation | undefined,
): Program {
  const { cutoffs } = count;
  if (count.kindsOf !== undefined) {
    const term = context.terms.get(count.kindsOf);
    const read = term && context.readTerm(term);
    return (env) => {
      const value = read?.(env);
      if (value === UNKNOWN) return UNKNOWN;
      const words = typeof value === 'string' ? [value] : Array.isArray(value) ? value : [];
      const kinds = [...new Set(words as readonly string[])];
      return inBand(kinds.length, cutoffs, '种', (text, band) => {
        const listed = kinds.length === 0 ? '' : `（${kinds.join('、')}）`;
        explain(
          env,
          `${term!.label}有 ${kinds.length} 种${listed}，${text}`,
          citation(band, clause),
        );
      });
    };
  }
  const criteria = (count.of ?? []).map(({ when, label }) => ({
    label,
    condition: compileCondition(when, context),
  }));
  return (env) => {
    let isOpen = false;
    let held = 0;
    const said: string[] = [];
    for (const { label, condition } of criteria) {
      const holds = condition.test(env);
      if (holds === undefined) isOpen = true;
      if (holds !== true) continue;
      held++;
      if (env.trace !== undefined) said.push(label ?? condition.matched(env));
    }
    if (isOpen) return UNKNOWN;
    return inBand(held, cutoffs, '项', (text, band) => {
      const listed = held === 0 ? '' : `（${said.join('；')}）`;
      explain(env, `符合 ${held} 项${listed}，${text}`, citation(band, clause));
    });
  };
}

/** Several raters' scores, which stand ready as an input of their own. */
export function compileRaters(
  raters: NonNullable<Method['raters']>,
  context: CompileContext,
  clause: Citation | undefined,
): Program {
  const input = context.ratersInput(raters);
  return (env) => {
    const value = env.read(input);
    if (value === UNKNOWN) return UNKNOWN;
    const { band, text } = value as RatersResult;
    if (band === undefined) return undefined;
    const reached = `${bandText(band, raters.cutoffs, '分')}，定为${band.level}`;
    explain(env, `${text}，${reached}`, citation(band, clause));
    return band.level;
  };
}
