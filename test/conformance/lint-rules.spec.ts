import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { Problem } from '@wuqing/bpmn-definition';
import { checkDefinition } from '@wuqing/publication';
import { lintPages, ruleNames, thingsOf } from '../../infra/dev/docs/lint-pages.mjs';
import { drawingRules, extensionRule, limitRules } from '../../libs/bpmn-definition/src/lint/all-rules.js';

const root = resolve(import.meta.dirname, '../..');
const names: string[] = ruleNames(root);
const pathOf = (name: string, thing: 'code' | 'spec' | 'valid' | 'invalid' | 'page'): string =>
  join(root, thingsOf(name)[thing]);

async function problemsOf(xml: string): Promise<readonly Problem[]> {
  const checked = await checkDefinition(xml);
  return checked.ok ? checked.value.warnings : checked.error;
}

describe('the lint rules', () => {
  it('are all asked', () => {
    const asked = [...limitRules, ...drawingRules, extensionRule].map(({ name }) => name);
    expect([...asked].sort()).toEqual(names);
  });

  it.each(names)('%s is four things: code, spec, a pair of models, a page', (name) => {
    const missing = Object.values(thingsOf(name)).filter((path) => !existsSync(join(root, path)));
    expect(missing).toEqual([]);
  });

  it.each(names)('%s: publication takes the valid model without a word', async (name) =>
    expect(await problemsOf(readFileSync(pathOf(name, 'valid'), 'utf8'))).toEqual([]),
  );

  it.each(names)('%s: publication finds the fault of the invalid model', async (name) => {
    const problems = await problemsOf(readFileSync(pathOf(name, 'invalid'), 'utf8'));
    expect(problems.map(({ rule }) => rule)).toContain(name);
  });

  it('have no model and no page of a rule that is gone', () => {
    const models = readdirSync(join(pathOf('x', 'valid'), '..')).map((file) => file.split('.')[0]);
    const pages = readdirSync(join(root, 'docs/lint')).map((file) => basename(file, '.md'));
    expect([...new Set(models)].sort()).toEqual(names);
    expect(pages.filter((page) => page !== 'README').sort()).toEqual(names);
  });

  it('have pages that say what the models show (else run npm run docs:lint)', async () => {
    const pages: Map<string, string> = await lintPages(root, problemsOf);
    for (const [path, text] of pages) expect(readFileSync(join(root, path), 'utf8')).toBe(text);
  });
});
