import { UsageError } from '../../errors.ts';
import type { Unit } from '../../model/project.ts';
import type { Relations } from '../../scheme/relations.ts';
import type { SignOffStates, SubjectState } from '../../signoff/states/sign-off-states.ts';
import { suggest } from '../../util/suggest.ts';

/** One subject and, where only some of its items are meant, which. */
export type Chosen = { readonly state: SubjectState; readonly items: readonly string[] };

/**
 * The subjects that words name: `unit`, `post/cashier`, an id that only one subject has, or a risk
 * point for its item alone.
 */
export function subjectsNamed(
  words: readonly string[],
  states: SignOffStates,
  unit: Unit,
): readonly Chosen[] {
  const chosen = new Map<string, string[] | undefined>();
  for (const word of words) {
    const risk = unit.risks.find(({ id }) => id === word);
    const exact = states.bySubject.get(word);
    const found =
      exact === undefined ? states.subjects.filter(({ subject }) => subject.id === word) : [exact];
    const [state, other] = found;
    if (other !== undefined) {
      const keys = found.map(({ subject }) => subject.key).join('、');
      throw new UsageError(`「${word}」不止一个`, `写明是哪一个：${keys}`);
    }
    if (state !== undefined) chosen.set(state.subject.key, undefined);
    else if (risk !== undefined) {
      const owner = states.subjects.find(({ items }) =>
        items.some(({ item }) => item.risk?.id === risk.id),
      );
      if (owner === undefined) throw unknown(word, states);
      const { key } = owner.subject;
      const items = chosen.has(key) ? chosen.get(key) : [];
      chosen.set(key, items === undefined ? undefined : [...items, word]);
    } else throw unknown(word, states);
  }
  return [...chosen].map(([key, items]) => ({
    state: states.bySubject.get(key)!,
    items: items ?? [],
  }));
}

/** A department with its posts. */
export function subjectsOfDepartment(
  id: string,
  states: SignOffStates,
  { departmentById, postsOf }: Relations,
): readonly Chosen[] {
  if (!departmentById.has(id)) {
    const near = suggest(id, [...departmentById.keys()]);
    throw new UsageError(
      `没有机构「${id}」`,
      near === undefined
        ? `现有：${[...departmentById.keys()].join('、')}`
        : `您是否要写「${near}」`,
    );
  }
  const keys = [`department/${id}`, ...postsOf(id).map((post) => `post/${post.id}`)];
  return keys.flatMap((key) => {
    const state = states.bySubject.get(key);
    return state === undefined ? [] : [{ state, items: [] }];
  });
}

function unknown(word: string, { subjects }: SignOffStates): UsageError {
  if (subjects.length === 0) {
    return new UsageError('方案没有规定审核链', '在方案的 reviews 写明各环节');
  }
  const ids = subjects.flatMap(({ subject }) => [subject.id, subject.key]);
  const near = suggest(word, ids);
  return new UsageError(
    `没有审核对象「${word}」`,
    near === undefined ? '用 lianfang review list 查看' : `您是否要写「${near}」`,
  );
}
