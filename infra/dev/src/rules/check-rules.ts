import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { complaintRules } from './complaint.rules.js';
import { dualCheckRules } from './dual-check.rules.js';
import { majorMatterRules } from './major-matter.rules.js';
import type { Place, Proof, RuleRow, Sheet } from './rule-row.js';

export const sheets: readonly Sheet[] = [majorMatterRules, complaintRules, dualCheckRules];

/** Reads a file of the checkout; undefined where there is none. */
export type ReadFile = (file: string) => string | undefined;

export const filesOf = (checkout: string): ReadFile => {
  const read = new Map<string, string | undefined>();
  return (file) => {
    if (!read.has(file)) {
      const path = join(checkout, file);
      read.set(file, existsSync(path) ? readFileSync(path, 'utf8') : undefined);
    }
    return read.get(file);
  };
};

export const nameOf = ({ law, article, bar }: RuleRow): string =>
  `${law}${article}${bar === undefined ? '' : ` (bar ${bar})`}`;

const bpmnOf = ({ process }: Sheet): string => `libs/process-library/${process}/${process}.bpmn`;

/** Where the rule is enforced: the guards of its bar, and what it names beside them. */
export function placesOf(sheet: Sheet, row: RuleRow, read: ReadFile): readonly Place[] {
  const file = bpmnOf(sheet);
  const guards = row.bar === undefined ? [] : guardsOf(read(file) ?? '', row.bar);
  return [...guards.map((id) => ({ file, text: `id="${id}"` })), ...(row.places ?? [])];
}

const guardsOf = (xml: string, bar: number): string[] =>
  [...xml.matchAll(/<wq:guard id="(bar-(\d+)[^"]*)"/g)]
    .filter(([, , number]) => Number(number) === bar)
    .map(([, id]) => id!);

/** What is missing or untrue in the rules of a sheet; empty where every rule is enforced and proved, and no bar or cited article is left out. */
export function faultsIn(sheet: Sheet, read: ReadFile): string[] {
  return [
    ...sheet.rows.flatMap((row) => faultsOf(sheet, row, read)),
    ...missingBars(sheet),
    ...missingArticles(sheet, read(bpmnOf(sheet)) ?? ''),
  ].map((fault) => `${sheet.process}: ${fault}`);
}

function faultsOf(sheet: Sheet, row: RuleRow, read: ReadFile): string[] {
  const places = placesOf(sheet, row, read);
  const rows = row.proofs.flatMap((proof) => (proof.row ? [proof.row] : []));
  return [
    ...(places.length === 0 ? ['is enforced nowhere'] : []),
    ...(row.proofs.length === 0 ? ['has no test'] : []),
    ...[...places, ...rows]
      .filter((place) => !stands(place, read))
      .map(({ file, text }) => `${text} is not in ${file}`),
    ...row.proofs
      .filter((proof) => !isTest(proof, read))
      .map(({ spec, test }) => `no test 「${test}」 in ${spec}`),
  ].map((fault) => `${nameOf(row)} ${fault}`);
}

const stands = ({ file, text }: Place, read: ReadFile): boolean => read(file)?.includes(text) ?? false;

/** Whether the spec has a test of that title, and does not skip it. */
function isTest({ spec, test }: Proof, read: ReadFile): boolean {
  const title = test.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const text = read(spec) ?? '';
  return new RegExp(`(?<!\\.(?:skip|todo))\\(\\s*(['"\`])${title}\\1`).test(text) && spec.includes('spec.ts');
}

function missingBars({ rows, bars }: Sheet): string[] {
  const named = new Set(rows.map(({ bar }) => bar));
  return Array.from({ length: bars }, (_, at) => at + 1)
    .filter((number) => !named.has(number))
    .map((number) => `bar ${number} has no row`);
}

const CITED = /basis="([^"]*)"/g;
const ARTICLE = /([\u4e00-\u9fff]+?)(第[一二三四五六七八九十百]+条)/g;

/** Every article that a guard or a term of the process file names has its row. */
function missingArticles({ rows }: Sheet, xml: string): string[] {
  const known = new Set(rows.map(({ law, article }) => law + article));
  const cited = [...xml.matchAll(CITED)].flatMap(([, basis]) =>
    [...basis!.matchAll(ARTICLE)].map(([, law, article]) => `${law}${article}`),
  );
  return [...new Set(cited)].filter((one) => !known.has(one)).map((one) => `${one} is cited and has no row`);
}
