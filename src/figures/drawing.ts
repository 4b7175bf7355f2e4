/**
 * A chart laid out: boxes and lines with their places, in points from the upper left corner. SVG, PDF,
 * Word and HTML draw it as it is; nothing is left for them to decide.
 */
export type Drawing = {
  /** What it shows, for readers that do not see it. */
  readonly title?: string;
  readonly width: number;
  readonly height: number;
  /** In the order of drawing: what comes later lies above. */
  readonly shapes: readonly Shape[];
};

export type Shape = BoxShape | LineShape;

/** Corners of a `round` box: a circle where it is small and square, never so round that text leaves it. */
export function cornerRadius({ width, height }: Pick<BoxShape, 'width' | 'height'>): number {
  return Math.min(width / 2, height / 2, 10);
}

export type BoxShape = {
  readonly kind: 'box';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** `none`: text without an outline. */
  readonly outline: 'rect' | 'round' | 'diamond' | 'none';
  readonly dashed: boolean;
  readonly lineWidth: number;
  /** Colours as `#rrggbb`; without `fill` the paper shows through. */
  readonly stroke: string;
  readonly fill: string | undefined;
  readonly text: BoxText | undefined;
};

/** Lines already broken to fit, set one under the other, the whole centred in height. */
export type BoxText = {
  readonly lines: readonly { readonly text: string; readonly bold: boolean }[];
  /** Type size and distance from line to line. */
  readonly size: number;
  readonly leading: number;
  readonly align: 'left' | 'center';
  /** Blank kept at the left and right edge. */
  readonly padding: number;
  readonly color: string;
};

/** A line through points; every part of it runs straight across or straight down. */
export type LineShape = {
  readonly kind: 'line';
  readonly points: readonly { readonly x: number; readonly y: number }[];
  /** An arrow head at the last point. */
  readonly arrow: boolean;
  readonly dashed: boolean;
  readonly lineWidth: number;
  readonly stroke: string;
};
