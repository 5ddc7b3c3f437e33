import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';

const RULES = 'libs/bpmn-definition/src/lint/rules';
const PAGES = 'docs/lint';
const LINES_MAX = 14;
const MARK =
  '<!-- Below is written by `npm run docs:lint` from the pair of models; test/conformance/lint-rules.spec.ts checks it. -->';

/** Names of the lint rules, from the files that hold them. */
export const ruleNames = (root) =>
  readdirSync(join(root, RULES))
    .filter((file) => file.endsWith('.rule.ts'))
    .map((file) => file.slice(0, -'.rule.ts'.length))
    .sort();

/** Where the four things of a rule are, from the root. */
export const thingsOf = (name) => ({
  code: `${RULES}/${name}.rule.ts`,
  spec: `${RULES}/${name}.rule.spec.ts`,
  valid: `${RULES}/models/${name}.valid.bpmn`,
  invalid: `${RULES}/models/${name}.invalid.bpmn`,
  page: `${PAGES}/${name}.md`,
});

/**
 * The pages as they should stand: what a person wrote above the mark is kept, below it comes what the pair of models
 * shows. Gives path → text; `problemsOf(xml)` answers with the problems of a file.
 */
export async function lintPages(root, problemsOf) {
  const pages = new Map();
  const rows = [];
  for (const name of ruleNames(root)) {
    const text = (path) => readFileSync(join(root, path), 'utf8');
    const { valid, invalid, page } = thingsOf(name);
    const findings = (await problemsOf(text(invalid))).filter(({ rule }) => rule === name);
    const written = text(page).split(MARK)[0].trimEnd();
    pages.set(page, `${written}\n\n${MARK}\n\n${shown(findings, text(invalid), text(valid))}`);
    rows.push([name, findings[0]?.severity ?? '', summaryOf(written)]);
  }
  pages.set(`${PAGES}/README.md`, indexOf(rows));
  return formatted(root, pages);
}

async function formatted(root, pages) {
  const config = await resolveConfig(join(root, PAGES, 'README.md'));
  for (const [path, text] of pages) pages.set(path, await format(text, { ...config, parser: 'markdown' }));
  return pages;
}

/** The first paragraph below the heading. */
const summaryOf = (written) => written.split('\n\n')[1] ?? '';

function shown(findings, invalid, valid) {
  const sentences = findings.map(
    ({ severity, elementId, message }) => `- ${severity}${elementId ? ` \`${elementId}\`` : ''}: ${message}`,
  );
  const says = `## What it says\n\n${cut(sentences).join('\n')}`;
  return `${says}\n\n## Wrong\n\n${excerpt(invalid, valid)}\n\n## Right\n\n${excerpt(valid, invalid)}\n`;
}

/** The lines that the other model of the pair does not have. */
function excerpt(model, other) {
  const known = new Set(other.split('\n').map((line) => line.trim()));
  const own = model.split('\n').filter((line) => !known.has(line.trim()));
  if (own.length === 0) return 'The same without it.';
  const indent = Math.min(...own.map((line) => line.search(/\S/)));
  return ['```xml', ...cut(own.map((line) => line.slice(indent))), '```'].join('\n');
}

const cut = (lines) => (lines.length > LINES_MAX ? [...lines.slice(0, LINES_MAX), '…'] : lines);

const indexOf = (rows) => `# What a process file is checked for

Each rule is four things of one name: code and spec in \`${RULES}\`, a pair of models in \`models/\` beside
them, and a page here. \`npm run docs:lint\` writes this index and the lower half of each page.
What is refused before a rule is asked stands in [reading.md](../reading.md).

| rule | | |
| --- | --- | --- |
${rows.map(([name, severity, summary]) => `| [${name}](${name}.md) | ${severity} | ${summary.replace('**Warning.** ', '')} |`).join('\n')}
`;
