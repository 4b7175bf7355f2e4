import { createRequire } from 'node:module';
import type HandlebarsModule from 'handlebars';

/**
 * A text with placeholders: `{{unit.name}}`, `{{#if …}}`, `{{#each …}}`, `{{#claim …}}` and nothing
 * else of Handlebars. Values go in as they are and are never read as templates, so data that holds `{{` comes
 * through untouched.
 */
export type TemplateNode =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'value'; readonly path: string; readonly at: number }
  | {
      readonly kind: 'if' | 'each';
      readonly path: string;
      /** Where the placeholder begins in the text. */
      readonly at: number;
      readonly body: readonly TemplateNode[];
      /** Undefined without `{{else}}`. */
      readonly otherwise: readonly TemplateNode[] | undefined;
    }
  | {
      /** What a paper asserts (已审核, 已公示, 没有发现问题): printed only where all that it rests on is there. */
      readonly kind: 'claim';
      readonly restsOn: readonly string[];
      readonly at: number;
      readonly body: readonly TemplateNode[];
      readonly otherwise: readonly TemplateNode[] | undefined;
    };

export type Template =
  | { readonly nodes: readonly TemplateNode[]; readonly fault?: undefined }
  | { readonly nodes: undefined; readonly fault: TemplateFault };
/** What a template may not do, in Chinese. */
export type TemplateFault = {
  readonly message: string;
  readonly hint: string;
  readonly at: number;
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

const parsed = new Map<string, Template>();

/** Reads a text with placeholders without filling it. */
export function parseTemplate(text: string): Template {
  if (!text.includes('{{')) return { nodes: text === '' ? [] : [{ kind: 'text', text }] };
  const known = parsed.get(text);
  if (known !== undefined) return known;
  const template = read(text);
  parsed.set(text, template);
  return template;
}

function read(text: string): Template {
  let program: hbs.AST.Program;
  try {
    program = handlebars().parse(text);
  } catch (error) {
    return { nodes: undefined, fault: unreadable(text, error) };
  }
  const starts = lineStarts(text);
  const offsetOf = ({ loc }: hbs.AST.Node): number =>
    (starts[loc.start.line - 1] ?? 0) + loc.start.column;
  try {
    return { nodes: nodesOf(program, offsetOf) };
  } catch (error) {
    if (isFault(error)) return { nodes: undefined, fault: error };
    throw error;
  }
}

type OffsetOf = (node: hbs.AST.Node) => number;

function nodesOf(program: hbs.AST.Program, offsetOf: OffsetOf): TemplateNode[] {
  return program.body.flatMap((node) => nodeOf(node, offsetOf));
}

const ONE_FIELD = '写成 {{unit.name}} 的形式';
const BLOCKS_ONLY =
  '写成 {{#if …}}…{{else}}…{{/if}}、{{#each …}}…{{/each}} 或 {{#claim …}}…{{/claim}}';
const KNOWN_BLOCKS = '只能用占位符、#if、#each 和 #claim';

function nodeOf(node: hbs.AST.Statement, offsetOf: OffsetOf): TemplateNode[] {
  const at = offsetOf(node);
  if (node.type === 'CommentStatement') return [];
  if (node.type === 'ContentStatement') {
    const { value } = node as hbs.AST.ContentStatement;
    return value === '' ? [] : [{ kind: 'text', text: value }];
  }
  if (node.type === 'MustacheStatement') {
    const { path, params, hash } = node as hbs.AST.MustacheStatement;
    if (params.length > 0 || hash !== undefined)
      throw fault('占位符里只能写一个字段', ONE_FIELD, at);
    return [{ kind: 'value', path: pathOf(path, at), at }];
  }
  if (node.type !== 'BlockStatement') throw fault(KNOWN_BLOCKS, BLOCKS_ONLY, at);
  const { path, params, program, inverse, hash } = node as hbs.AST.BlockStatement;
  const { original } = path;
  if (hash !== undefined) throw fault(KNOWN_BLOCKS, BLOCKS_ONLY, at);
  const parts = {
    at,
    body: program === undefined ? [] : nodesOf(program, offsetOf),
    otherwise: inverse === undefined ? undefined : nodesOf(inverse, offsetOf),
  };
  const named = params.map((param) => pathOf(param, at));
  const [subject] = named;
  if (original === 'claim') {
    if (named.length === 0) throw fault('#claim 后面写明所依据的记录或字段', BLOCKS_ONLY, at);
    return [{ kind: 'claim', restsOn: named, ...parts }];
  }
  if (original !== 'if' && original !== 'each') throw fault(KNOWN_BLOCKS, BLOCKS_ONLY, at);
  if (named.length !== 1 || subject === undefined || (program?.blockParams?.length ?? 0) > 0) {
    throw fault(`#${original} 后面只能写一个字段`, BLOCKS_ONLY, at);
  }
  return [{ kind: original, path: subject, ...parts }];
}

function pathOf(expression: hbs.AST.Expression, at: number): string {
  if (expression.type !== 'PathExpression') throw fault('占位符里只能写一个字段', ONE_FIELD, at);
  const { original, data, depth } = expression as hbs.AST.PathExpression;
  if (data) throw fault(`不能用「${original}」`, '序号写成 {{seq}}', at);
  if (depth > 0) throw fault(`不能用「${original}」`, '外层的字段直接写，不用 ../', at);
  return original;
}

function fault(message: string, hint: string, at: number): Error & TemplateFault {
  return Object.assign(new Error(message), { hint, at });
}

function isFault(error: unknown): error is Error & TemplateFault {
  return error instanceof Error && 'at' in error && 'hint' in error;
}

const WELL_FORMED = /\{\{\{?[#/]?\s*[\w.@]+(?:\s+[\w.@]+)*\s*\}?\}\}/y;

/** A placeholder that is not closed, a block without its end: the parser names only the line. */
function unreadable(text: string, error: unknown): TemplateFault {
  const message = error instanceof Error ? error.message : '';
  const line = Number(/(?:line |- )(\d+)/.exec(message)?.[1] ?? 1);
  const start = lineStarts(text)[line - 1] ?? 0;
  const mismatch = /^(\w+) doesn't match (\w+)/.exec(message);
  if (mismatch !== null) {
    const at = Math.max(start, text.indexOf(`{{#${mismatch[1]}`, start));
    return fault(`{{#${mismatch[1]}}} 与 {{/${mismatch[2]}}} 不配对`, BLOCKS_ONLY, at);
  }
  const open = message.includes("got 'EOF'") ? openBlocks(text).at(-1) : undefined;
  if (open !== undefined) {
    return fault(`{{#${open.name} …}} 没有 {{/${open.name}}}`, BLOCKS_ONLY, open.at);
  }
  let at = text.indexOf('{{', start);
  for (; at >= 0; at = text.indexOf('{{', at + 2)) {
    WELL_FORMED.lastIndex = at;
    if (!WELL_FORMED.test(text)) break;
  }
  return fault('占位符没有写完整', ONE_FIELD, at < 0 ? start : at);
}

/** Blocks that nothing closes. */
function openBlocks(text: string): { readonly name: string; readonly at: number }[] {
  const open: { name: string; at: number }[] = [];
  for (const { 1: mark, 2: name = '', index } of text.matchAll(/\{\{([#/])\s*(\w+)/g)) {
    if (mark === '#') open.push({ name, at: index });
    else open.pop();
  }
  return open;
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}
