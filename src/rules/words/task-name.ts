import { anyOf, perLists } from './word-pattern.ts';

/**
 * Whether a name only names a task (公车管理, 工程招标), so that the manifestation has to tell what may go
 * wrong. Both are needed: it ends like a task, and nothing in it says that something is wrong.
 */
export const taskNameTest = perLists((lists) => {
  const task = new RegExp(`${anyOf(lists['task-endings'])}$`, 'u');
  const wrong = new RegExp(anyOf(lists['task-wrongs']), 'u');
  return (name: string): boolean => task.test(name.trim()) && !wrong.test(name);
});
