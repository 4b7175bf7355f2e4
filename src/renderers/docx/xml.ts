/** An element as text. Attributes that are undefined are left out. */
export function el(
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>> = {},
  ...children: readonly string[]
): string {
  let text = `<${name}`;
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined)
      text += ` ${key}="${typeof value === 'number' ? value : escape(value)}"`;
  }
  const content = children.join('');
  return content === '' ? `${text}/>` : `${text}>${content}</${name}>`;
}

/** An element whose only attribute is `w:val`. */
export function val(name: string, value: string | number): string {
  return el(name, { 'w:val': value });
}

/** The children where the condition holds. */
export function when(condition: boolean, text: string): string {
  return condition ? text : '';
}

const SIGNS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** Text as XML holds it; controls must have been taken out by `plain`. */
export function escape(text: string): string {
  return /[&<>"]/.test(text) ? text.replace(/[&<>"]/g, (sign) => SIGNS[sign] ?? sign) : text;
}

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Points → twentieths of a point, the unit of Word. */
export function twips(points: number): number {
  return Math.round(points * 20);
}

export const MM = 72 / 25.4;
