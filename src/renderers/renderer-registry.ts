import type { Format, Renderer } from './renderer.ts';

export { DEFAULT_FONTS, FORMATS } from './renderer.ts';
export type {
  Fonts,
  Format,
  LetterFonts,
  RenderedFile,
  Renderer,
  RenderOptions,
} from './renderer.ts';

const loaders: Readonly<Record<Format, () => Promise<Renderer>>> = {
  xlsx: async () => (await import('./xlsx.ts')).xlsx,
  pdf: async () => (await import('./pdf.ts')).pdf,
  docx: async () => (await import('./docx.ts')).docx,
  html: async () => (await import('./html.ts')).html,
  md: async () => (await import('./markdown.ts')).markdown,
  txt: async () => (await import('./txt.ts')).txt,
  csv: async () => (await import('./csv.ts')).csv,
  json: async () => (await import('./json.ts')).json,
  svg: async () => (await import('./svg.ts')).svg,
};

/** Loads the renderer of a format; its library is loaded with it, not at start-up. */
export async function loadRenderer(format: Format): Promise<Renderer> {
  return loaders[format]();
}
