/** An element of XML as it stands; strict, so that a broken file is noticed. */
export type Element = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (Element | string)[];
};

const TOKEN = /<([?!/]?)([^\s<>/?]+)((?:\s+[^\s=<>]+="[^"<]*")*)\s*(\/?\??)>|([^<]+)/gy;
const SIGNS: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

/** The root element. Throws at anything that is not well-formed XML. */
export function parseXml(text: string): Element {
  const root: Element = { name: '', attributes: {}, children: [] };
  const open = [root];
  let end = 0;
  for (const token of text.matchAll(TOKEN)) {
    end = token.index + token[0].length;
    const [, kind, name = '', attributes = '', closing, said] = token;
    const parent = open.at(-1);
    if (parent === undefined) throw new Error('more ends than starts');
    if (said !== undefined) parent.children.push(decode(said));
    else if (kind === '?' || kind === '!') continue;
    else if (kind === '/') {
      if (parent.name !== name) throw new Error(`</${name}> ends <${parent.name}>`);
      open.pop();
    } else {
      const element: Element = { name, attributes: attributesOf(attributes), children: [] };
      parent.children.push(element);
      if (closing !== '/') open.push(element);
    }
  }
  if (end !== text.length) throw new Error(`not XML: ${text.slice(end, end + 40)}`);
  const [first] = root.children.filter((child) => typeof child !== 'string');
  if (open.length !== 1 || first === undefined) throw new Error('an element is not ended');
  return first;
}

/** Elements of this name below, outermost ones only. */
export function elementsIn(element: Element, name: string): Element[] {
  return element.children.flatMap((child) => {
    if (typeof child === 'string') return [];
    return child.name === name ? [child] : elementsIn(child, name);
  });
}

/** All text below. */
export function textOf(element: Element): string {
  return element.children
    .map((child) => (typeof child === 'string' ? child : textOf(child)))
    .join('');
}

function attributesOf(text: string): Record<string, string> {
  const found = [...text.matchAll(/([^\s=]+)="([^"]*)"/g)];
  const names = found.map(([, name]) => name);
  if (new Set(names).size !== names.length) throw new Error(`an attribute twice: ${text}`);
  return Object.fromEntries(found.map(([, name = '', value = '']) => [name, decode(value)]));
}

function decode(text: string): string {
  // What XML 1.0 does not allow at all.
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/u.test(text)) {
    throw new Error('a character that XML cannot hold');
  }
  return text.replace(
    /&(?:(amp|lt|gt|quot|apos)|([^;]*));?/g,
    (_, sign?: string, other?: string) => {
      if (sign === undefined) throw new Error(`unknown entity &${other}`);
      return SIGNS[sign] ?? '';
    },
  );
}
