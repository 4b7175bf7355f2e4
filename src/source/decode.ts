import type { Finding } from '../diagnostics/diagnostic.ts';

/** A text, or why there is none; the text is then only good for showing. */
export type Decoded = { readonly text: string; readonly finding?: Finding };

/** Reads bytes as UTF-8, with or without BOM; says which encoding they seem to be in if not. */
export function decode(file: string, bytes: Uint8Array): Decoded {
  if (startsWith(bytes, 0xff, 0xfe)) return utf16(file, bytes, 'utf-16le');
  if (startsWith(bytes, 0xfe, 0xff)) return utf16(file, bytes, 'utf-16be');
  // Latin letters at the start of a UTF-16 file without BOM: every other byte is 0.
  if (bytes.length > 3 && bytes[1] === 0 && bytes[3] === 0) return utf16(file, bytes, 'utf-16le');
  if (bytes.length > 3 && bytes[0] === 0 && bytes[2] === 0) return utf16(file, bytes, 'utf-16be');
  const text = decodeAs('utf-8', bytes);
  return text === undefined ? notUtf8(file, bytes) : { text };
}

function startsWith(bytes: Uint8Array, first: number, second: number): boolean {
  return bytes[0] === first && bytes[1] === second;
}

function decodeAs(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

function utf16(file: string, bytes: Uint8Array, encoding: string): Decoded {
  const text = new TextDecoder(encoding).decode(bytes);
  return { text, finding: wrongEncoding(file, 0, '看起来是 UTF-16 编码，请另存为 UTF-8') };
}

function notUtf8(file: string, bytes: Uint8Array): Decoded {
  const utf8 = new TextDecoder().decode(bytes);
  const broken = utf8.indexOf('\ufffd');
  const gbk = decodeAs('gb18030', bytes);
  // GB 18030 accepts almost anything: it is likelier only if little of the text is UTF-8.
  if (gbk !== undefined && count(utf8, /\ufffd/g) > count(utf8, /[\u4e00-\u9fff]/g)) {
    const first = Math.max(gbk.search(/[^\0-\x7f]/), 0);
    return {
      text: gbk,
      finding: wrongEncoding(file, first, '看起来是 GBK 编码，请另存为 UTF-8'),
    };
  }
  return {
    text: utf8,
    finding: wrongEncoding(file, broken, '不是完整的 UTF-8 文本，这里有读不出的字节'),
  };
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

function wrongEncoding(file: string, offset: number, message: string): Finding {
  return {
    code: 'LF007',
    ref: { file, path: [] },
    span: { start: offset, end: offset + 1 },
    message,
    hint: '在编辑器里用「另存为」选择 UTF-8 编码，内容核对无误后再保存',
  };
}
