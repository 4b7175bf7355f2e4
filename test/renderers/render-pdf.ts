import type { Document } from '../../src/papers/document.ts';
import {
  DEFAULT_FONTS,
  loadRenderer,
  type RenderedFile,
} from '../../src/renderers/renderer-registry.ts';
import type { RenderOptions } from '../../src/renderers/renderer-registry.ts';

/** Papers as one PDF file. */
export async function renderPdf(
  documents: readonly Document[],
  fontFiles: NonNullable<RenderOptions['fontFiles']> = {},
): Promise<RenderedFile> {
  const { render } = await loadRenderer('pdf');
  const options = { name: 'out', fonts: DEFAULT_FONTS, fontFiles, author: '某县某局' };
  const [file] = await render(documents, options);
  return file!;
}
