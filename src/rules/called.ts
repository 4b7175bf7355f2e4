import type { NamedRecord } from '../diagnostics/message.ts';
import { shorten } from '../util/shorten.ts';
import type { Kind } from '../model/kinds.ts';
import { KINDS } from '../model/kinds.ts';

type Called = {
  readonly id?: string | undefined;
  readonly name?: string | undefined;
  readonly title?: string | undefined;
  readonly content?: unknown;
};

/** The same with its parts, as an argument of a message. */
export function named(kind: Kind, record: Called): NamedRecord {
  const text = called(kind, record);
  if (KINDS[kind].personal === true) return { kind, text };
  const { id, name = record.title } = record;
  return { kind, ...(id !== undefined && { id }), ...(name !== undefined && { name }), text };
}

/** A record as messages name it: 岗位「出纳」, by its id while it has no name; never a person. */
export function called(kind: Kind, record: Called): string {
  if (KINDS[kind].personal === true) return KINDS[kind].title;
  const content = typeof record.content === 'string' ? shorten(record.content) : '';
  const name = record.name || record.title || content || record.id || '';
  return name === '' ? KINDS[kind].title : `${KINDS[kind].title}「${name}」`;
}
