import { plain } from '../plain-text.ts';
import { facesIn, type FaceName, type Faces, type Substitutions } from './faces.ts';
import { el, escape, val, when } from './xml.ts';

/** What runs are written with: the faces of the file and what was set in others. */
export type Pen = { readonly faces: Faces; readonly substitutions: Substitutions };

/** Looks of a run that differ from the style of its paragraph. */
export type RunLook = {
  /** The face that the style gives, or another one when `own` says so. */
  readonly face: FaceName;
  readonly own?: boolean;
  /** Points. */
  readonly size?: number;
  readonly bold?: boolean;
  /** `rrggbb` */
  readonly color?: string;
};

/** Signs that Western and Chinese type share: without a hint Word sets them in the Latin face. */
const SHARED = /[\u2014\u2018\u2019\u201c\u201d\u2026\u00b7\u2460-\u2473\u2160-\u216b±×÷§°→←↑↓]/;

/** Text as runs: line ends are breaks, rare characters are set in a face that has them. */
export function runs(text: string, look: RunLook, pen: Pen): string {
  const lines = plain(text).split('\n');
  return lines
    .map((line, index) => `${when(index > 0, '<w:r><w:br/></w:r>')}${lineRuns(line, look, pen)}`)
    .join('');
}

function lineRuns(line: string, look: RunLook, pen: Pen): string {
  if (line === '') return '';
  const name = pen.faces[look.face];
  return facesIn(line, name, pen.substitutions)
    .map(({ text, face }) => {
      const east = face ?? (look.own === true ? name : undefined);
      const properties = runProperties(look, east, SHARED.test(text), pen);
      return el('w:r', {}, properties, textElements(text));
    })
    .join('');
}

/** `w:t` does not keep tabs. */
function textElements(text: string): string {
  return text
    .split('\t')
    .map((part) => when(part !== '', `<w:t xml:space="preserve">${escape(part)}</w:t>`))
    .join('<w:tab/>');
}

function runProperties(
  { size, bold, color }: RunLook,
  east: string | undefined,
  hint: boolean,
  { faces }: Pen,
): string {
  const fonts = {
    ...(hint ? { 'w:hint': 'eastAsia' } : {}),
    ...(east === undefined ? {} : fontNames(east, faces)),
  };
  const inner = [
    when(Object.keys(fonts).length > 0, el('w:rFonts', fonts)),
    when(bold === true, '<w:b/><w:bCs/>'),
    color === undefined ? '' : val('w:color', color),
    size === undefined ? '' : sizes(size),
  ].join('');
  return when(inner !== '', el('w:rPr', {}, inner));
}

/** Latin letters and Han characters have a face each. */
export function fontNames(east: string, { latin }: Faces): Record<string, string> {
  return { 'w:ascii': latin, 'w:hAnsi': latin, 'w:eastAsia': east, 'w:cs': latin };
}

/** Type size in half points. */
export function sizes(points: number): string {
  const half = Math.round(points * 2);
  return `${val('w:sz', half)}${val('w:szCs', half)}`;
}

/**
 * A field with its whole code: WPS prints the code of an incomplete one.
 * @param shown what stands there until the program computes it
 */
export function field(code: string, shown: string, properties = ''): string {
  const look = when(properties !== '', el('w:rPr', {}, properties));
  const run = (content: string): string => el('w:r', {}, look, content);
  return [
    run('<w:fldChar w:fldCharType="begin" w:dirty="true"/>'),
    run(`<w:instrText xml:space="preserve"> ${escape(code)} </w:instrText>`),
    run('<w:fldChar w:fldCharType="separate"/>'),
    run(`<w:t>${escape(shown)}</w:t>`),
    run('<w:fldChar w:fldCharType="end"/>'),
  ].join('');
}
