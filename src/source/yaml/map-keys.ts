import { say } from '../../diagnostics/message.ts';
import type { Node } from 'yaml';
import type { Span } from '../../diagnostics/diagnostic.ts';
import { BROKEN_TEXT } from '../broken-text.ts';
import { startsLine } from '../lines.ts';
import { shortened } from '../shortened.ts';
import { isWideSpace, WIDE_INDENT } from '../wide-space.ts';
import { fullWidthColon, looksLikeEntry } from './full-width-colon.ts';
import { reportHere, type ValueReading } from './value-reading.ts';

/** Keys that name parts of every JavaScript object, so that no data may go by them. */
const UNUSABLE_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

/** The name that an entry goes by; undefined, and reported, where its key cannot be one. */
export function usableKey(key: Node | null, span: Span, reading: ValueReading): string | undefined {
  const { yaml } = reading;
  const name = yaml.isScalar(key) ? key.value : undefined;
  if (name === '<<' && yaml.isScalar(key) && key.type === 'PLAIN') {
    const message = '不支持合并键「<<」';
    reportHere(reading, { code: 'LF003', span, message, hint: '把要合并的内容写全' });
  } else if (name === '') {
    reportMissing(span, reading);
  } else if (typeof name !== 'string') {
    reportHere(reading, {
      code: 'LF010',
      span,
      message: '键必须是一个词，不能是列表或表',
      hint: '改用一个词作键；若括号是文字的一部分，用英文引号把整个值括起来',
    });
  } else if (UNUSABLE_KEYS.has(name)) {
    const message = say`「${{ name }}」不能用作键，这一项没有读取`;
    reportHere(reading, { code: 'LF010', span, message, hint: '换一个名称' });
  } else {
    checkWideSpace(key, span, reading);
    return name;
  }
  return undefined;
}

/** Without a colon it is something else that the package calls an empty key. */
function reportMissing(span: Span, reading: ValueReading): void {
  const { text } = reading;
  const colon = text.indexOf(':', span.end);
  if (colon < 0 || text.slice(span.end, colon).trim() !== '') return;
  reportHere(reading, {
    code: 'LF010',
    span: span.end > span.start ? span : { start: colon, end: colon + 1 },
    message: '冒号前面没有键',
    hint: '在冒号前写上键的名称',
  });
}

/** Reports a key that its map already has. */
export function reportRepeated(key: string, span: Span, reading: ValueReading): void {
  const shown = shortened(key);
  const ref = { file: reading.file, path: [...reading.path] };
  reportHere(reading, {
    code: 'LF002',
    mark: 'readWhole',
    on: 'key',
    span,
    message: say`键「${{ key: shown }}」重复了，这里的内容没有采用`,
    hint: '合并为一项，或删去其中一项',
    related: [{ ref, message: `「${shown}」第一次出现在这里` }],
  });
}

/** A full-width space before a key does not indent it: the key lands one level too high. */
function checkWideSpace(key: Node | null, { start, end }: Span, reading: ValueReading): void {
  const { text, yaml } = reading;
  if (!yaml.isScalar(key) || key.type !== 'PLAIN' || !isWideSpace(text.charCodeAt(start))) return;
  if (!startsLine(text, start)) return;
  const width = Math.max(text.slice(start, end).search(/\S/), 1);
  reportHere(reading, { ...BROKEN_TEXT, span: { start, end: start + width }, ...WIDE_INDENT });
}

/** `{name：局长}` is a map with a key and no value. */
export function checkLoneKey(
  key: Node | null,
  { start, end }: Span,
  { file, path, text, yaml, findings }: ValueReading,
): void {
  if (yaml.isScalar(key) && looksLikeEntry(text.slice(start, end))) {
    findings.push(fullWidthColon(file, [...path], text, start));
  }
}
