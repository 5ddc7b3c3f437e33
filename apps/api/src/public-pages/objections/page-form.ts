import { readFile } from 'node:fs/promises';
import type { Request } from 'express';
import { withoutHiddenSigns } from '@wuqing/kernel';
import { PAGE_FORM } from '../../http/body-bounds.js';
import { invalid, malformed, tooLarge, wrongMediaType } from '../../http/problem.js';
import { findUnstorable } from '../../http/unstorable.js';
import { Turns } from '../../files/sealing/turns.js';
import { boundaryOf } from './sent-words.js';
import { SpooledBodies } from './spooled-body.js';

/** A file as a page without script sends it; of its name nothing is believed, and nothing kept. */
export interface SentFile {
  readonly bytes: Uint8Array;
}

export interface PageForm {
  readonly fields: Readonly<Record<string, string>>;
  readonly files: readonly SentFile[];
}

const WORDS = 'application/x-www-form-urlencoded';
const WITH_FILES = 'multipart/form-data';
/** More than a form has: a body of ten thousand empty parts is looked through once and not read. */
const PARTS_MAX = 40;
/** Held in memory while they are read and their pictures rebuilt. */
const AT_ONCE = 2;
const turns = new Turns(AT_ONCE);
const bodies = new SpooledBodies();

export interface PageFormBounds {
  /** Of all that comes. */
  readonly bytesMax: number;
  /** The one field whose files are taken. */
  readonly filesIn: string;
  /** The counted address that it comes from. */
  readonly from: string;
}

/**
 * Reads the form of a public page, with files or without, whole and within bounds, and answers what `perform` makes of it: files are in
 * memory as long as that takes, and no longer. Throws what is said to whoever sent something else.
 */
export async function withPageForm<T>(
  request: Request,
  { bytesMax, filesIn, from }: PageFormBounds,
  perform: (form: PageForm) => Promise<T>,
): Promise<T> {
  if (request.is(WORDS)) {
    const text = await bodies.take(request, { bytesMax: PAGE_FORM.bytesMax, from }, (path) =>
      readFile(path, 'utf8'),
    );
    if (text.split('&', PAGE_FORM.valuesMax + 1).length > PAGE_FORM.valuesMax)
      throw tooLarge(PAGE_FORM.bytesMax);
    return perform({ fields: storable(Object.fromEntries(new URLSearchParams(text))), files: [] });
  }
  const boundary = boundaryOf(request);
  if (!request.is(WITH_FILES) || boundary === undefined) throw wrongMediaType(WITH_FILES);
  return bodies.take(request, { bytesMax, from }, (path) =>
    turns.take(async () => {
      const body = await readFile(path);
      requireFewParts(body, boundary);
      return perform(await partsOf(await formOf(body, boundary), filesIn));
    }),
  );
}

function requireFewParts(body: Buffer, boundary: string): void {
  const mark = Buffer.from(`--${boundary}`);
  let parts = 0;
  for (let at = body.indexOf(mark); at >= 0; at = body.indexOf(mark, at + mark.length))
    if ((parts += 1) > PARTS_MAX) throw malformed('提交的内容过多，请减少照片后再提交。');
}

/** By the boundary by which its parts were counted, and by no other. */
async function formOf(body: Buffer, boundary: string): Promise<FormData> {
  const type = `${WITH_FILES}; boundary="${boundary}"`;
  try {
    return await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData();
  } catch {
    throw malformed('提交的内容不完整，请返回上一页重新提交。'); // the parser's own words are of no use to a villager
  }
}

/** A field that comes twice counts as none; a file field without a file sends one without name and bytes. */
async function partsOf(form: FormData, filesIn: string): Promise<PageForm> {
  const fields: [string, string][] = [];
  const files: SentFile[] = [];
  for (const key of new Set(form.keys())) {
    const all = form.getAll(key);
    const [first] = all;
    if (typeof first === 'string' && all.length === 1) fields.push([key, first]);
    if (key !== filesIn) continue;
    for (const one of all)
      if (typeof one !== 'string' && (one.size > 0 || one.name !== ''))
        files.push({ bytes: new Uint8Array(await one.arrayBuffer()) });
  }
  return { fields: storable(Object.fromEntries(fields)), files };
}

/** Nobody can take out what he does not see: signs that came along with a pasted text are left out. */
function storable(sent: Record<string, string>): Record<string, string> {
  const fields = Object.fromEntries(
    Object.entries(sent).map(([name, value]) => [name, withoutHiddenSigns(value)]),
  );
  const fault = findUnstorable(fields, PAGE_FORM);
  if (fault) throw invalid([fault]);
  return fields;
}
