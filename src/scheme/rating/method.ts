import type { Citation } from '../assessment.ts';
import type { Method } from '../../model/rating.ts';
import { compileCondition } from './condition.ts';
import type { CompileContext, Program } from './rating-program.ts';
import { UNKNOWN, citation, explain } from './rating-program.ts';
import { compileConsequence, compileMatrix, compileScore } from './scales.ts';
import { compileCount, compileRaters } from './tally.ts';

/** Prepares a method of rating. `clause` is that of the method around it. */
export function compileMethod(method: Method, context: CompileContext, clause?: Citation): Program {
  const own = citation(method, clause);
  if (method.first !== undefined) return compileFirst(method.first, context, own);
  if (method.matrix !== undefined) return compileMatrix(method.matrix, context, own);
  if (method.score !== undefined) return compileScore(method.score, context, own);
  if (method.consequence !== undefined) return compileConsequence(method.consequence, context, own);
  if (method.count !== undefined) return compileCount(method.count, context, own);
  if (method.raters !== undefined) return compileRaters(method.raters, context, own);
  if (method.gravestOf !== undefined) return compileGravest(method.gravestOf, context, own);
  return compileTriggers(method, context, own);
}

/** The first row whose condition holds. */
function compileFirst(
  rows: NonNullable<Method['first']>,
  context: CompileContext,
  clause: Citation | undefined,
): Program {
  const compiled = rows.map((row) => ({
    level: row.otherwise ?? row.level,
    clause: citation(row, clause),
    when: row.when && compileCondition(row.when, context),
    by: row.by && compileMethod(row.by, context, citation(row, clause)),
  }));
  return (env) => {
    for (const { when, by, level, clause: source } of compiled) {
      const holds = when === undefined ? true : when.test(env);
      if (holds === undefined) return UNKNOWN;
      if (!holds) continue;
      const matched = when === undefined ? '不符合以上各条' : `符合“${when.matched(env)}”`;
      if (by === undefined) {
        explain(env, `${matched}，定为${level}`, source);
        return level;
      }
      const start = env.trace?.length ?? 0;
      const outcome = by(env);
      if (outcome !== UNKNOWN) {
        env.trace?.splice(start, 0, { kind: 'rule', text: `${matched}，按下列办法评定` });
      }
      return outcome;
    }
    return undefined;
  };
}

/** The gravest level that any of the methods gives. */
function compileGravest(
  methods: readonly Method[],
  context: CompileContext,
  clause: Citation | undefined,
): Program {
  const programs = methods.map((method) => compileMethod(method, context, clause));
  return (env) => {
    let best: string | undefined;
    let isOpen = false;
    for (const program of programs) {
      const start = env.trace?.length ?? 0;
      const outcome = program(env);
      if (outcome === UNKNOWN) {
        isOpen = true;
        env.trace?.splice(start);
      } else best = graver(best, outcome, context.levels);
    }
    // Nothing that is still missing can go beyond the gravest level.
    if (isOpen && best !== context.levels[0]) return UNKNOWN;
    if (best !== undefined) explain(env, `以上从重，定为${best}`, clause);
    return best;
  };
}

/** Triggers over a base: those that set a level go before those that lift the base's. */
function compileTriggers(
  method: Method,
  context: CompileContext,
  clause: Citation | undefined,
): Program {
  const { levels } = context;
  const triggers = (method.triggers ?? []).map((trigger) => ({
    ...trigger,
    clause: citation(trigger, clause),
    condition: compileCondition(trigger.when, context),
  }));
  const sets = triggers.filter((trigger) => trigger.set !== undefined);
  const lifts = triggers.filter((trigger) => trigger.lift !== undefined);
  const base = method.base && compileMethod(method.base, context, clause);

  return (env) => {
    const set = gravestSet();
    if (set === UNKNOWN) return UNKNOWN;
    if (set !== undefined) {
      explain(env, `符合“${set.condition.matched(env)}”，直接定为${set.set}`, set.clause);
      return set.set;
    }
    const start = env.trace?.length ?? 0;
    const outcome = base === undefined ? undefined : base(env);
    if (outcome === undefined || outcome === UNKNOWN || outcome === levels[0]) return outcome;
    let reached: string = outcome;
    for (const { condition, lift, clause: source } of lifts) {
      const holds = condition.test(env);
      if (holds === undefined) {
        env.trace?.splice(start);
        return UNKNOWN;
      }
      if (!holds) continue;
      const lifted = levels[Math.max(0, levels.indexOf(reached) - lift!)]!;
      explain(
        env,
        `符合“${condition.matched(env)}”，由${reached}提高 ${lift} 级，定为${lifted}`,
        source,
      );
      reached = lifted;
    }
    return reached;

    function gravestSet() {
      let best: (typeof sets)[number] | undefined;
      const open: string[] = [];
      for (const trigger of sets) {
        const holds = trigger.condition.test(env);
        if (holds === undefined) open.push(trigger.set!);
        else if (holds && graver(best?.set, trigger.set, levels) !== best?.set) best = trigger;
      }
      const mayChange = open.some((level) => graver(best?.set, level, levels) !== best?.set);
      return mayChange ? UNKNOWN : best;
    }
  };
}

/** The graver of two levels; a level that there is goes before none. */
function graver(
  a: string | undefined,
  b: string | undefined,
  levels: readonly string[],
): string | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return levels.indexOf(b) < levels.indexOf(a) ? b : a;
}
