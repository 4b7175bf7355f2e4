import type { Input, MissingInput } from '../inputs/rating-input.ts';
import { TOO_MANY } from '../inputs/rating-input.ts';
import type { Program, RatingValue } from './rating-program.ts';
import { UNKNOWN } from './rating-program.ts';

/** More completions than this are not tried: the level then stays open. */
const MOST_COMPLETIONS = 20_000;

/** What a rating may still give when some of its inputs are missing. */
export type Completions = {
  /** Every level that some completion gives; undefined among them: no rule applies. */
  readonly outcomes: ReadonlySet<string | undefined>;
  /** Numbers of the missing inputs that can make a difference. */
  readonly deciding: readonly number[];
  /** There were too many completions to try them all. */
  readonly isCut: boolean;
};

type Open = { readonly number: number; readonly domain: MissingInput['domain'] };

/** A decision by one missing input; its children are in the order of the input's domain. */
type Decision = { readonly input: number; readonly children: readonly Diagram[] };
/** A reduced decision diagram: equal functions are one object, so it is exact what matters. */
type Diagram = Decision | { readonly outcome: string | undefined };

/**
 * Tries every completion of the missing inputs. Inputs that a branch does not read are not varied
 * there, so the work grows with what matters. In a reduced diagram with a fixed order an input
 * appears if and only if the result depends on it.
 */
export function completions(program: Program, inputs: readonly Input[]): Completions {
  const open: readonly Open[] = inputs.flatMap((input, number) =>
    input.domain === undefined ? [] : [{ number, domain: input.domain }],
  );
  const values: (RatingValue | typeof UNKNOWN)[] = inputs.map((input) =>
    input.domain === undefined ? input.value : UNKNOWN,
  );
  const wasRead = inputs.map(() => false);
  const env = {
    read(number: number) {
      wasRead[number] = true;
      return values[number];
    },
  };
  const outcomes = new Set<string | undefined>();
  const everRead = new Set<number>();
  const diagrams = diagramTable();
  let left = MOST_COMPLETIONS;

  /** The diagram over the missing inputs from `index` on; undefined: cut. */
  function explore(index: number): Diagram | undefined {
    const variable = open[index];
    if (variable === undefined) {
      if (left-- <= 0) return undefined;
      const outcome = program(env);
      if (outcome === UNKNOWN) return undefined;
      outcomes.add(outcome);
      return diagrams.leaf(outcome);
    }
    const { number, domain } = variable;
    // An input with too many values stays unknown; where it decides, the search is cut.
    const choices: readonly (RatingValue | typeof UNKNOWN)[] =
      domain === TOO_MANY ? [UNKNOWN] : domain;
    wasRead[number] = false;
    const children: Diagram[] = [];
    for (const choice of choices) {
      values[number] = choice;
      const child = explore(index + 1);
      if (wasRead[number]) everRead.add(number);
      if (child === undefined) return undefined;
      children.push(child);
      if (!wasRead[number]) break;
    }
    return diagrams.decision(number, children);
  }

  const root = explore(0);
  return root === undefined
    ? { outcomes, deciding: [...everRead].toSorted((a, b) => a - b), isCut: true }
    : { outcomes, deciding: inputsOf(root), isCut: false };
}

/** Makes diagrams so that equal ones are the same object. */
function diagramTable() {
  const ids = new Map<Diagram, number>();
  const leaves = new Map<string | undefined, Diagram>();
  const decisions = new Map<string, Diagram>();
  const numbered = (diagram: Diagram) => {
    ids.set(diagram, ids.size);
    return diagram;
  };
  return {
    leaf(outcome: string | undefined): Diagram {
      let leaf = leaves.get(outcome);
      if (leaf === undefined) leaves.set(outcome, (leaf = numbered({ outcome })));
      return leaf;
    },
    decision(input: number, children: readonly Diagram[]): Diagram {
      const [first] = children;
      if (children.every((child) => child === first)) return first!;
      const key = `${input}:${children.map((child) => ids.get(child)).join(',')}`;
      let decision = decisions.get(key);
      if (decision === undefined) decisions.set(key, (decision = numbered({ input, children })));
      return decision;
    },
  };
}

function inputsOf(root: Diagram): readonly number[] {
  const inputs = new Set<number>();
  const seen = new Set<Diagram>();
  const visit = (diagram: Diagram): void => {
    if (seen.has(diagram) || !('input' in diagram)) return;
    seen.add(diagram);
    inputs.add(diagram.input);
    diagram.children.forEach(visit);
  };
  visit(root);
  return [...inputs].toSorted((a, b) => a - b);
}

/** Labels of missing inputs, each once. */
export function labelsOf(inputs: readonly Input[], numbers: readonly number[]): readonly string[] {
  const labels = numbers.flatMap((number) => (inputs[number] as MissingInput).missing);
  return [...new Set(labels)];
}
