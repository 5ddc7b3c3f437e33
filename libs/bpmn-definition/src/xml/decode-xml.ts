import { err, ok, type Result } from '@wuqing/kernel';
import { errorOf, type Problem } from '../problem.js';
import { bytesMax } from './check-text.js';

const encodings: Readonly<Record<string, string>> = {
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  'us-ascii': 'utf-8',
  'iso-8859-1': 'iso-8859-1',
  'latin-1': 'iso-8859-1',
  latin1: 'iso-8859-1',
  'windows-1252': 'windows-1252',
  'utf-16': 'utf-16le',
  'utf-16le': 'utf-16le',
  'utf-16be': 'utf-16be',
  gbk: 'gbk',
  gb2312: 'gbk',
  gb18030: 'gb18030',
};

/** The text of an XML file in the encoding that its byte order mark or its declaration names; UTF-8 without either. */
export function decodeXml(bytes: Uint8Array): Result<string, Problem> {
  if (bytes.length > bytesMax) {
    return err(errorOf('text-limits', '流程文件超过 2 MB，请删去多余内容或拆成几个流程后再上传。'));
  }
  const named = markedEncoding(bytes) ?? declaredEncoding(bytes) ?? 'utf-8';
  const encoding = Object.prototype.hasOwnProperty.call(encodings, named) ? encodings[named] : undefined;
  if (!encoding)
    return err(errorOf('encoding', `不认识文件编码「${named}」，请另存为 UTF-8 后再上传。`, { line: 1 }));
  const text = new TextDecoder(encoding).decode(bytes);
  if (!text.includes(replacement)) return ok(text);
  return err(errorOf('encoding', `文件内容与编码 ${encoding} 不符，请另存为 UTF-8 后再上传。`));
}

/** What a decoder writes for bytes that mean nothing. */
const replacement = '\ufffd';

function markedEncoding([first, second, third]: Uint8Array): string | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
}

function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 200));
  return /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([^"']{1,40})["']/.exec(head)?.[1]?.toLowerCase();
}
