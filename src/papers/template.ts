import { createRequire } from 'node:module';
import type HandlebarsModule from 'handlebars';

/**
 * Texts with placeholders: `{{unit.name}}`, `{{#if …}}`, `{{#each …}}` and nothing else of
 * Handlebars. Strict: an unknown name is an error. Values go in as they are and are never read as
 * templates, so data that holds `{{` comes through untouched.
 */
export type TemplateUse = {
  /** Dotted paths that the text asks for, in order, without those inside `#each`. */
  readonly paths: readonly string[];
  /** What a template may not do, in Chinese; undefined where it is fine. */
  readonly fault?: string;
};

let loaded: typeof HandlebarsModule | undefined;

/** Loaded when the first placeholder is met: most runs have none, and it takes a tenth of a second. */
function handlebars(): typeof HandlebarsModule {
  if (loaded === undefined) {
    const module = createRequire(import.meta.url)('handlebars') as typeof HandlebarsModule;
    loaded = module.create();
    for (const helper of ['unless', 'with', 'lookup', 'log']) loaded.unregisterHelper(helper);
  }
  return loaded;
}

const BLOCKS = new Set(['if', 'each']);

/** Fills a template. `name` stands in the message when a placeholder is unknown. */
export function fillTemplate(name: string, text: string, view: object): string {
  if (!text.includes('{{')) return text;
  const fill = handlebars().compile(text, {
    noEscape: true,
    strict: true,
    knownHelpers: { if: true, each: true },
    knownHelpersOnly: true,
  });
  try {
    return fill(view);
  } catch (error) {
    throw new Error(`${name}: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}

/** What a template asks for, found without filling it. */
export function inspectTemplate(text: string): TemplateUse {
  if (!text.includes('{{')) return { paths: [] };
  let program: hbs.AST.Program;
  try {
    program = handlebars().parse(text);
  } catch {
    return { paths: [], fault: '占位符没有写完整' };
  }
  const paths: string[] = [];
  const fault = walk(program, paths, false);
  return fault === undefined ? { paths } : { paths, fault };
}

/** Collects paths; gives the first thing that is not allowed. */
function walk(
  program: hbs.AST.Program | undefined,
  paths: string[],
  inEach: boolean,
): string | undefined {
  for (const node of program?.body ?? []) {
    const fault = visit(node, paths, inEach);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

function visit(node: hbs.AST.Statement, paths: string[], inEach: boolean): string | undefined {
  if (node.type === 'ContentStatement' || node.type === 'CommentStatement') return undefined;
  if (node.type === 'MustacheStatement') {
    const { path, params, hash } = node as hbs.AST.MustacheStatement;
    if (params.length > 0 || hash !== undefined) return '占位符里只能写一个字段';
    return take(path, paths, inEach);
  }
  if (node.type !== 'BlockStatement') return '只能用占位符、#if 和 #each';
  const { path, params, program, inverse } = node as hbs.AST.BlockStatement;
  const [subject] = params;
  if (!BLOCKS.has(path.original) || params.length !== 1 || subject === undefined) {
    return '只能用占位符、#if 和 #each';
  }
  return (
    take(subject, paths, inEach) ??
    walk(program, paths, inEach || path.original === 'each') ??
    walk(inverse, paths, inEach)
  );
}

function take(
  expression: hbs.AST.Expression,
  paths: string[],
  inEach: boolean,
): string | undefined {
  if (expression.type !== 'PathExpression') return '占位符里只能写一个字段';
  const { original, data, depth } = expression as hbs.AST.PathExpression;
  if (data || depth > 0) return inEach ? undefined : '占位符里只能写一个字段';
  if (!inEach) paths.push(original);
  return undefined;
}
