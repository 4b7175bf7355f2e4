import type { Drawing } from '../../figures/drawing.ts';
import type { Block, Document } from '../../papers/document.ts';
import { heightsAt, layOutGrid, type GridLayout } from '../page-layout/lay-out-grid.ts';
import { pageRoom, typeArea, type PageRoom } from '../page-layout/page-room.ts';
import type { Pen } from './runs.ts';

/** What the blocks of a paper are written with. */
export type WordSetting = {
  readonly layout: GridLayout;
  readonly pen: Pen;
  /** Some paper of the file is a letter: plain paragraphs and headings look like those of letters. */
  readonly hasLetters: boolean;
  readonly isLetter: boolean;
  /** Room between the margins, in points. */
  readonly width: number;
  readonly height: number;
  readonly file: WordFileSetting;
};

/** What the papers of a file share. */
export type WordFileSetting = {
  readonly pen: Pen;
  readonly hasLetters: boolean;
  /** Numbers of drawings and shapes, unique in the file. */
  readonly numbering: { next: number };
  /** Drawings of each chart, laid out for its page. */
  readonly drawings: ReadonlyMap<Block, readonly Drawing[]>;
  /** Field code and estimate of the page where a paper begins; undefined: it has no number. */
  readonly pageOf: (
    document: number,
  ) => { readonly code: string; readonly shown: string } | undefined;
};

/** Elements of the body, one under the other, and the height in points that they need by estimate. */
export type WordPart = { readonly items: readonly string[]; readonly height: number };

export const NOTHING: WordPart = { items: [], height: 0 };

/** Parts one under the other. */
export function stack(parts: readonly WordPart[]): WordPart {
  return {
    items: parts.flatMap(({ items }) => items),
    height: parts.reduce((total, { height }) => total + height, 0),
  };
}

/** Width and height of a page between its margins; programs differ in how high the rows of forms get. */
export function roomOf({ style, paper }: Document): PageRoom {
  const area = typeArea(paper, style);
  return style === 'letter' ? area : { ...area, height: pageRoom(paper, style).height };
}

/** What a paper is written with when it is set so tight. */
export function settingOf(
  document: Document,
  tightness: number,
  file: WordFileSetting,
): WordSetting {
  const room = roomOf(document);
  return {
    layout: layOutGrid(document, heightsAt(tightness), room),
    pen: file.pen,
    hasLetters: file.hasLetters,
    isLetter: document.style === 'letter',
    ...room,
    file,
  };
}
