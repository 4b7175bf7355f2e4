import type { Citation } from '../assessment.ts';
import type { MatrixCells, Cutoff, Method } from '../../model/rating.ts';
import { withWord } from './condition.ts';
import { bandOf, bandText, rounded } from './cutoffs.ts';
import type { CompileContext, Program } from './rating-program.ts';
import { UNKNOWN, citation, explain } from './rating-program.ts';
import type { Term } from './terms.ts';
import { numberOf } from './terms.ts';

/** n scales → level, through cells nested in the order of the factors. */
export function compileMatrix(
  matrix: NonNullable<Method['matrix']>,
  context: CompileContext,
  clause: Citation | undefined,
): Program {
  const axes = matrix.factors.map((id) => axisOf(id, context));
  return (env) => {
    let cell: MatrixCells | string | undefined = matrix.cells;
    const said: string[] = [];
    let isOpen = false;
    for (const axis of axes) {
      const word = axis?.read(env);
      if (word === UNKNOWN) isOpen = true;
      else if (typeof word !== 'string') return undefined;
      else {
        cell = typeof cell === 'object' && Object.hasOwn(cell, word) ? cell[word] : undefined;
        said.push(withWord(axis!.term.label, word));
      }
    }
    if (isOpen) return UNKNOWN;
    if (typeof cell !== 'string') return undefined;
    explain(env, `按矩阵，${said.join('、')}，定为${cell}`, clause);
    return cell;
  };
}

type MatrixAxis = { readonly term: Term; readonly read: ReturnType<CompileContext['readTerm']> };

function axisOf(id: string, context: CompileContext): MatrixAxis | undefined {
  const term = context.terms.get(id);
  return term && { term, read: context.readTerm(term) };
}

const SIGNS = { sum: ' + ', weightedSum: ' + ', product: ' × ' } as const;

/** The numbers of the factors' words put together, against cut-offs. */
export function compileScore(
  score: NonNullable<Method['score']>,
  context: CompileContext,
  clause: Citation | undefined,
): Program {
  const parts = score.of.map(({ factor, weight, numbers }) => {
    const axis = axisOf(factor, context);
    const given = new Map(Object.entries(numbers ?? {}));
    const numberFor = (word: string) =>
      numbers === undefined ? axis && numberOf(axis.term, word) : given.get(word);
    return { axis, weight: score.combine === 'weightedSum' ? (weight ?? 1) : 1, numberFor };
  });
  return (env) => {
    let total = score.combine === 'product' ? 1 : 0;
    let isOpen = false;
    const said: string[] = [];
    for (const { axis, weight, numberFor } of parts) {
      const word = axis?.read(env);
      if (word === UNKNOWN) {
        isOpen = true;
        continue;
      }
      const number = typeof word === 'string' ? numberFor(word) : undefined;
      if (number === undefined) return undefined;
      if (score.combine === 'product') total *= number;
      else total += number * weight;
      const weighted = score.combine === 'weightedSum' ? `${number}×${weight}` : String(number);
      if (env.trace !== undefined) said.push(`${axis!.term.label} ${weighted}`);
    }
    if (isOpen) return UNKNOWN;
    total = rounded(total);
    return inBand(total, score.cutoffs, '分', (text, band) =>
      explain(
        env,
        `${said.join(SIGNS[score.combine])} = ${total}，${text}`,
        citation(band, clause),
      ),
    );
  };
}

/** The level of the band, after it was explained. */
export function inBand(
  value: number,
  cutoffs: readonly Cutoff[],
  unit: string,
  tell: (text: string, band: Cutoff) => void,
): string | undefined {
  const band = bandOf(value, cutoffs);
  if (band === undefined) return undefined;
  tell(`${bandText(band, cutoffs, unit)}，定为${band.level}`, band);
  return band.level;
}

/** The gravest of the consequences that apply. */
export function compileConsequence(
  { factor, levels }: NonNullable<Method['consequence']>,
  context: CompileContext,
  clause: Citation | undefined,
): Program {
  const axis = axisOf(factor, context);
  return (env) => {
    const value = axis?.read(env);
    if (value === UNKNOWN) return UNKNOWN;
    const words = typeof value === 'string' ? [value] : Array.isArray(value) ? value : [];
    let best: { readonly word: string; readonly level: string; readonly place: number } | undefined;
    for (const word of words) {
      const level = Object.hasOwn(levels, word) ? levels[word] : undefined;
      const place = level === undefined ? -1 : context.levels.indexOf(level);
      if (level !== undefined && (best === undefined || place < best.place))
        best = { word, level, place };
    }
    if (best === undefined) return undefined;
    explain(env, `${axis!.term.label}最重的一项是“${best.word}”，定为${best.level}`, clause);
    return best.level;
  };
}
