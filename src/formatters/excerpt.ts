import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { displayWidth } from '../util/display-width.ts';
import { safe } from '../util/safe.ts';

/** A line of the file as shown, and the marks that stand under the place meant. */
export type Excerpt = { readonly text: string; readonly indent: number; readonly marks: string };

const CUT = '…';

/**
 * Shows the line that a finding is on, cut around the place to fit `width` columns. Columns are
 * counted as they are displayed: a Han character takes two. Undefined for an empty line.
 */
export function excerpt(
  line: string,
  { start, end }: Pick<Diagnostic, 'start' | 'end'>,
  width: number,
): Excerpt | undefined {
  const indentation = line.length - line.trimStart().length;
  const text = line.trim();
  if (text === '') return undefined;
  const from = clamp(start.column - 1 - indentation, 0, text.length);
  const last = end.line === start.line ? end.column - 1 - indentation : text.length;
  const to = clamp(last, from, text.length);

  const window = fit(text, from, Math.max(20, width));
  const before = window.start > 0 ? CUT : '';
  const after = window.end < text.length ? CUT : '';
  const lead = before + safe(text.slice(window.start, from));
  const meant = safe(text.slice(from, Math.min(to, window.end)));
  return {
    text: before + safe(text.slice(window.start, window.end)) + after,
    indent: displayWidth(lead),
    marks: '^'.repeat(Math.max(1, displayWidth(meant))),
  };
}

/** The part of the text that fits: the place meant, with up to a third of the width before it. */
function fit(text: string, from: number, width: number): { start: number; end: number } {
  if (displayWidth(safe(text)) <= width) return { start: 0, end: text.length };
  const start = take(text, from, -1, Math.floor(width / 3));
  const used = displayWidth(safe(text.slice(start, from)));
  const end = take(text, from, 1, width - used - 2 * CUT.length);
  return { start, end };
}

/** Walks from `position` while whole characters fit into `room` columns. */
function take(text: string, position: number, direction: 1 | -1, room: number): number {
  const rest = direction === 1 ? text.slice(position) : text.slice(0, position);
  const characters = direction === 1 ? Array.from(rest) : Array.from(rest).toReversed();
  let at = position;
  for (const character of characters) {
    room -= displayWidth(safe(character));
    if (room < 0) break;
    at += direction * character.length;
  }
  return at;
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
