import { shorten } from '../util/shorten.ts';
import type { Kind } from '../model/kinds.ts';
import { KINDS } from '../model/kinds.ts';

type Called = {
  readonly id?: string | undefined;
  readonly name?: string | undefined;
  readonly title?: string | undefined;
  readonly content?: unknown;
};

/** A record as messages name it: 岗位「出纳」, by its id while it has no name; never a person. */
export function called(kind: Kind, record: Called): string {
  if (KINDS[kind].personal === true) return KINDS[kind].title;
  const content = typeof record.content === 'string' ? shorten(record.content) : '';
  const name = record.name || record.title || content || record.id || '';
  return name === '' ? KINDS[kind].title : `${KINDS[kind].title}「${name}」`;
}
