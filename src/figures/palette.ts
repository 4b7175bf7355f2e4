import type { ChartLevel } from '../model/chart.ts';
import type { Tone } from '../model/scheme.ts';

/**
 * Fills of levels, gravest first, by how many there are: darker is graver, so that copies in black and
 * white keep the order, and they differ for colour-blind eyes too.
 */
const FILLS: Readonly<Record<number, readonly string[]>> = {
  1: ['#9B1116'],
  2: ['#9B1116', '#DCEBF9'],
  3: ['#9B1116', '#E8902E', '#DCEBF9'],
  4: ['#8E0E14', '#D95F0E', '#FEC44F', '#CFE4F7'],
  5: ['#6B0A10', '#B5341C', '#E8902E', '#FDD27A', '#E3EFFA'],
};
const UNRATED = '#FFFFFF';

/** A fill a level: the scheme's own colour, else the place among those that say how grave it is. */
export function levelFills(levels: readonly ChartLevel[]): string[] {
  const grades = levels.filter(({ tone }) => tone !== 'plain');
  const fills = FILLS[Math.min(Math.max(grades.length, 1), 5)] ?? [];
  return levels.map((level) => {
    if (level.color !== undefined) return level.color;
    if (level.tone === 'plain') return UNRATED;
    return fills[Math.min(grades.indexOf(level), fills.length - 1)] ?? UNRATED;
  });
}

/** Looks of the box of risks by the gravest level in it: the graver the darker and the thicker. */
export const TONE_LOOKS: Readonly<
  Record<Tone, { readonly fill: string; readonly stroke: string; readonly lineWidth: number }>
> = {
  grave: { fill: '#F3CFD0', stroke: '#9B1116', lineWidth: 1.75 },
  middle: { fill: '#FCE6CC', stroke: '#A85A0A', lineWidth: 1.25 },
  light: { fill: '#F2F8FD', stroke: '#4F7396', lineWidth: 0.75 },
  plain: { fill: '#FFFFFF', stroke: '#555555', lineWidth: 0.75 },
};

/** From white to dark blue, by a share from 0 to 1: one hue, the darker the more. */
export function heatFill(share: number): string {
  const place = Math.min(Math.max(share, 0), 1);
  return `#${HEAT_ENDS.map(([none, most]) =>
    Math.round(none + (most - none) * place)
      .toString(16)
      .padStart(2, '0'),
  ).join('')}`;
}

const HEAT_ENDS = [
  [255, 18],
  [255, 62],
  [255, 117],
] as const;

/** Black or white, whichever is read more easily on a fill. */
export function textOn(fill: string): string {
  return contrast(fill, '#000000') >= contrast(fill, '#ffffff') ? '#000000' : '#ffffff';
}

/** Contrast of two colours by WCAG 2, from 1 to 21. */
export function contrast(one: string, other: string): number {
  const [darker, lighter] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return ((lighter ?? 0) + 0.05) / ((darker ?? 0) + 0.05);
}

/** Relative luminance by WCAG 2, from 0 to 1. */
export function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
