/** The library: open a data repository, rate it, check it, and make its papers. It only reads. */
export { openAndAssess } from './pipeline/open-and-assess.ts';
export type { AssessedUnit, Opened } from './pipeline/open-and-assess.ts';
export { checkAll } from './pipeline/check-all.ts';
export { buildPaper } from './papers/build-paper.ts';
export type { PaperInput, PaperOptions } from './papers/build-paper.ts';
export type { Block, Cell, Document } from './papers/document.ts';
export { DEFAULT_FONTS, FORMATS, loadRenderer } from './renderers/renderer-registry.ts';
export type { Format, RenderedFile, Renderer } from './renderers/renderer-registry.ts';
export type { Diagnostic, Severity } from './diagnostics/diagnostic.ts';
export type { Project, Unit } from './model/project.ts';
export type { Scheme } from './model/scheme.ts';
