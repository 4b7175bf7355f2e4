import { expect, test } from 'vitest';
import {
  contrast,
  heatFill,
  levelFills,
  luminance,
  textOn,
  TONE_LOOKS,
} from '../../src/figures/palette.ts';
import { FOUR, THREE } from './samples.ts';

const READABLE = 4.5;

test('levels have the measured colours, or those of the scheme', () => {
  expect(levelFills(THREE)).toEqual(['#9B1116', '#E8902E', '#DCEBF9']);
  expect(levelFills(FOUR)).toEqual(['#8E0E14', '#D95F0E', '#FEC44F', '#CFE4F7']);
  const own = THREE.map((level, index) => (index === 1 ? { ...level, color: '#00aa00' } : level));
  expect(levelFills(own)).toEqual(['#9B1116', '#00aa00', '#DCEBF9']);
});

test.each([1, 2, 3, 4, 5, 6])('of %i levels the graver is darker, and all can be read', (count) => {
  const levels = Array.from({ length: count }, () => ({ ...THREE[0]! }));
  const fills = levelFills(levels);
  const light = fills.map(luminance);
  expect(light).toEqual(light.toSorted((one, other) => one - other));
  for (const fill of fills) expect(contrast(fill, textOn(fill))).toBeGreaterThan(READABLE);
});

test('the boxes of points print in the order of their levels', () => {
  const fills = [TONE_LOOKS.grave, TONE_LOOKS.middle, TONE_LOOKS.light];
  const light = fills.map(({ fill }) => luminance(fill));
  expect(light).toEqual(light.toSorted((one, other) => one - other));
  for (const { fill, stroke } of fills) {
    expect(contrast(fill, '#1a1a1a')).toBeGreaterThan(READABLE);
    expect(contrast(stroke, '#ffffff')).toBeGreaterThan(3);
  }
});

test('every number of a heat map can be read, and more is darker', () => {
  const fills = Array.from({ length: 101 }, (_, index) => heatFill(index / 100));
  for (const fill of fills) expect(contrast(fill, textOn(fill))).toBeGreaterThan(READABLE);
  const light = fills.map(luminance);
  expect(light).toEqual(light.toSorted((one, other) => other - one));
});
