import type { Condition, Method, Test } from '../../model/rating.ts';
import type { Mentions } from './input-reader.ts';

/** Collects the words that a rating asks of each term, and the terms whose words it counts. */
export function mentionsOf(rating: Method): Mentions {
  const words = new Map<string, Set<string>>();
  const counted = new Set<string>();

  const fromTest = (id: string, test: Test): void => {
    const asked = words.get(id) ?? new Set<string>();
    words.set(id, asked);
    if (Array.isArray(test)) for (const word of test) asked.add(String(word));
    else if (typeof test !== 'object') asked.add(String(test));
    else {
      for (const bound of Object.values(test)) if (bound !== undefined) asked.add(String(bound));
    }
  };
  const fromCondition = (condition: Condition): void => {
    for (const [key, value] of Object.entries(condition)) {
      if (value === undefined) continue;
      if (key === 'all' || key === 'any') (value as readonly Condition[]).forEach(fromCondition);
      else if (key === 'not') fromCondition(value as Condition);
      else fromTest(key, value as Test);
    }
  };
  const fromMethod = (method: Method): void => {
    for (const row of method.first ?? []) {
      if (row.when !== undefined) fromCondition(row.when);
      if (row.by !== undefined) fromMethod(row.by);
    }
    for (const trigger of method.triggers ?? []) fromCondition(trigger.when);
    for (const criterion of method.count?.of ?? []) fromCondition(criterion.when);
    if (method.count?.kindsOf !== undefined) counted.add(method.count.kindsOf);
    method.gravestOf?.forEach(fromMethod);
    if (method.base !== undefined) fromMethod(method.base);
  };
  fromMethod(rating);
  return { words, counted };
}
