import { parseSync } from 'oxc-parser';

/** What a source file takes from elsewhere, read from its syntax tree. */
export type SourceFacts = {
  readonly imports: readonly Import[];
  /** Things that the language or the runtime gives to every file: `Date`, `process`, `fetch`. */
  readonly ambient: readonly Use[];
  /** Names of the types that the file declares. */
  readonly types: readonly string[];
};

export type Import = {
  /** What is imported; undefined if it is computed at run time. */
  readonly specifier: string | undefined;
  /** A type vanishes in the build; what is lazy is loaded by a call, when it is needed. */
  readonly kind: 'fixed' | 'lazy' | 'type';
  readonly line: number;
};

type Use = { readonly name: string; readonly line: number };

type Node = { readonly type: string; readonly start: number; readonly [key: string]: unknown };

/** Names of the environment that say what time it is, what is around, or reach out. */
const AMBIENT = new Set(
  (
    'Date performance Math.random crypto process global globalThis navigator ' +
    'fetch WebSocket EventSource XMLHttpRequest eval Function'
  ).split(' '),
);

/** `Date` without the clock: a day that is given, or a question of type. */
const CLOCKLESS = new Set(['UTC', 'parse']);

export function readSource(text: string, file = 'a.ts'): SourceFacts {
  const { program, errors } = parseSync(file, text);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
  const imports: Import[] = [];
  const ambient: Use[] = [];
  const types: string[] = [];
  const root: Node = { ...program, type: program.type, start: program.start };
  const loaders = loadersIn(root);
  walk(root, undefined, (node, parent) => {
    const line = text.slice(0, node.start).split('\n').length;
    const found = importOf(node, loaders);
    if (found !== undefined) imports.push({ ...found, line });
    const name = ambientName(node, parent);
    if (name !== undefined) ambient.push({ name, line });
    if (/^TS(?:TypeAlias|Interface|Enum)Declaration$/.test(node.type))
      types.push(nameOf(node['id']));
  });
  return { imports, ambient, types };
}

function walk(
  node: Node,
  parent: Node | undefined,
  visit: (node: Node, parent: Node | undefined) => void,
): void {
  visit(node, parent);
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (isNode(child)) walk(child, node, visit);
    }
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value;
}

// --- imports ---

function importOf(
  node: Node,
  loaders: ReadonlySet<string>,
): Pick<Import, 'specifier' | 'kind'> | undefined {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration':
      if (!isNode(node['source'])) return undefined;
      return { specifier: textOf(node['source']), kind: isOfTypes(node) ? 'type' : 'fixed' };
    case 'TSImportType':
      return { specifier: textOf(node['source']), kind: 'type' };
    case 'TSExternalModuleReference':
      return { specifier: textOf(node['expression']), kind: 'fixed' };
    case 'ImportExpression':
      return { specifier: textOf(node['source']), kind: 'lazy' };
    case 'CallExpression': {
      if (!isLoader(node['callee'], loaders)) return undefined;
      const [first] = node['arguments'] as unknown[];
      return { specifier: textOf(first), kind: 'lazy' };
    }
    default:
      return undefined;
  }
}

function isOfTypes(node: Node): boolean {
  if (node['importKind'] === 'type' || node['exportKind'] === 'type') return true;
  const specifiers = (node['specifiers'] ?? []) as readonly Node[];
  const isType = (one: Node) => one['importKind'] === 'type' || one['exportKind'] === 'type';
  return specifiers.length > 0 && specifiers.every(isType);
}

/** A text that is written out, in quotes or in backticks. */
function textOf(node: unknown): string | undefined {
  if (!isNode(node)) return undefined;
  if (node.type === 'Literal') return String(node['value']);
  if (/^(?:TSAsExpression|TSSatisfiesExpression|ParenthesizedExpression)$/.test(node.type)) {
    return textOf(node['expression']);
  }
  const quasis = node['quasis'] as readonly { value: { cooked: string } }[] | undefined;
  return node.type === 'TemplateLiteral' && quasis?.length === 1
    ? quasis[0]?.value.cooked
    : undefined;
}

/** Names that stand for a `require` of one's own making. */
function loadersIn(root: Node): ReadonlySet<string> {
  const names = new Set(['require']);
  walk(root, undefined, (node) => {
    if (node.type === 'VariableDeclarator' && makesLoader(node['init']))
      names.add(nameOf(node['id']));
    if (node.type === 'AssignmentExpression' && makesLoader(node['right'])) {
      names.add(nameOf(node['left']));
    }
  });
  return names;
}

function makesLoader(node: unknown): boolean {
  return (
    isNode(node) &&
    node.type === 'CallExpression' &&
    /(?:^|\.)createRequire$/.test(nameOf(node['callee']))
  );
}

/** `require(…)`, `require.resolve(…)`, `createRequire(…)(…)`, `process.getBuiltinModule(…)`. */
function isLoader(callee: unknown, loaders: ReadonlySet<string>): boolean {
  const name = nameOf(callee);
  return (
    makesLoader(callee) ||
    loaders.has(name.replace(/\.resolve$/, '')) ||
    /(?:^|\.)(?:getBuiltinModule|import\.meta\.resolve|module\.require)$/.test(name)
  );
}

// --- ambient ---

function ambientName(node: Node, parent: Node | undefined): string | undefined {
  if (node.type === 'MemberExpression') {
    const name = nameOf(node);
    return AMBIENT.has(name) ? name : undefined;
  }
  if (node.type !== 'Identifier' || parent === undefined || !isReference(node, parent))
    return undefined;
  const name = String(node['name']);
  if (name === 'Date' && !asksClock(node, parent)) return undefined;
  return AMBIENT.has(name) ? name : undefined;
}

/** Not the name of a property, a key, a type, or what is exported or imported by that name. */
function isReference(node: Node, parent: Node): boolean {
  if (parent.type === 'MemberExpression')
    return parent['object'] === node || parent['computed'] === true;
  if (parent.type === 'Property') {
    return parent['value'] === node || parent['computed'] === true;
  }
  if (/^(?:PropertyDefinition|MethodDefinition)$/.test(parent.type))
    return parent['value'] === node;
  return (
    !/^(?:TS|ImportSpecifier|MetaProperty|LabeledStatement)/.test(parent.type) ||
    /^TS(?:As|Satisfies|NonNull|TypeAssertion)/.test(parent.type)
  );
}

function asksClock(node: Node, parent: Node): boolean {
  const { type } = parent;
  if (type === 'NewExpression' && parent['callee'] === node) {
    return (parent['arguments'] as unknown[]).length === 0;
  }
  if (type === 'MemberExpression')
    return parent['computed'] === true || !CLOCKLESS.has(nameOf(parent['property']));
  return !(type === 'BinaryExpression' && parent['operator'] === 'instanceof');
}

/** `a.b.c` as written; what is computed or called in between has no name. */
function nameOf(node: unknown): string {
  if (!isNode(node)) return '';
  if (node.type === 'Identifier') return String(node['name']);
  if (node.type === 'MetaProperty') return `${nameOf(node['meta'])}.${nameOf(node['property'])}`;
  if (node.type !== 'MemberExpression') return '';
  const property =
    node['computed'] === true ? (textOf(node['property']) ?? '') : nameOf(node['property']);
  return `${nameOf(node['object'])}.${property}`;
}
