import { bpmnCells, noticeCells, typeCells } from '../words/bpmn-cells.js';
import type { BpmnCell } from '../words/bpmn-cell.js';
import { engines, toolSpaces, type EngineWord } from '../words/engine-words.js';
import type { ExtensionWord, ExtensionWords } from '../words/extension-word.js';
import { ignoredBecause, type Verdict } from '../words/verdict.js';
import { ownWords } from '../words/wuqing-words.js';
import { otherZeebeAttributes, otherZeebeWords, zeebeWords } from '../words/zeebe-words.js';
import { diagramSpaces } from '../xml/name-spaces.js';

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');

function says(verdict: Verdict): string {
  switch (verdict.is) {
    case 'read':
      return 'read';
    case 'judged':
      return `judged by [${verdict.by}](${verdict.by === 'bpmn-standard' ? 'conformance.md' : `lint/${verdict.by}.md`})`;
    case 'ignored':
      return `let be: ${ignoredBecause[verdict.because]}`;
    case 'finding':
      return `**${verdict.severity}**: ${verdict.advice}`;
  }
}

const saysCell = (cell: BpmnCell): string =>
  'is' in cell
    ? says(cell)
    : `${cell.unless.map((value) => `\`${value}\``).join(', ')}: ${ignoredBecause.default}; else ${says(cell.else)}`;

const bpmnRows = Object.entries(bpmnCells).flatMap(([type, words]) =>
  Object.entries(words).map(([word, cell]) => [type, `\`${word}\``, saysCell(cell)]),
);

const wordRows = (prefix: string, words: ExtensionWords): string[][] =>
  Object.entries(words).map(([name, word]) => [
    `\`${prefix}:${name}\``,
    word.on.map((place) => (place === '*' ? 'every flow node' : place)).join(', '),
    insideOf(word),
  ]);

const insideOf = ({ attributes = [], children = {} }: Omit<ExtensionWord, 'on'>): string =>
  [
    ...attributes.map((attribute) => `\`${attribute}\``),
    ...Object.entries(children).map(([name, child]) => `\`<${name}>\` (${insideOf(child)})`),
  ].join(', ');

const zeebeRows = [
  ...Object.entries(otherZeebeWords).map(([name, verdict]) => [`\`zeebe:${name}\``, says(verdict)]),
  ...Object.entries(otherZeebeAttributes).flatMap(([name, cells]) =>
    Object.entries(cells).map(([attribute, cell]) => [`\`zeebe:${name} ${attribute}\``, saysCell(cell)]),
  ),
];

const engineRows = (words: Readonly<Record<string, EngineWord>>): string[][] =>
  Object.entries(words).map(([name, { severity, advice }]) => [`\`${name}\``, `**${severity}**: ${advice}`]);

const engineParts = [...new Map(Object.values(engines).map((engine) => [engine.attributes, engine])).values()].map(
  ({ attributes, elements }) => {
    const alike = Object.entries(engines).filter(([, engine]) => engine.attributes === attributes);
    const names = alike.map(([uri, { name }]) => `${name} (\`${uri}\`)`).join(', ');
    return `### ${[...new Set(alike.map(([, { name }]) => name))].join(', ')}\n\n${names}.\n\n${table(['attribute', ''], engineRows(attributes))}\n\n${table(['element', ''], engineRows(elements))}`;
  },
);

const list = (uris: readonly string[]): string => uris.map((uri) => `- \`${uri}\``).join('\n');

const bpmnPart = `## BPMN

The type is the one that declares the word; what derives from it has it too.

${table(['type', 'word', ''], bpmnRows)}

Of what may stand at the root of a file or among artifacts, as a whole:

${table(['element', ''], Object.entries(typeCells).map(([type, cell]) => [type, saysCell(cell)]))}

Looked into, and named as a whole as well:

${table(['element', ''], Object.entries(noticeCells).map(([type, cell]) => [type, saysCell(cell)]))}`;

const zeebePart = `## zeebe

Read where it stands, and only there; elsewhere, misspelt or twice it is an error.

${table(['element', 'on', 'attributes and children'], wordRows('zeebe', zeebeWords))}

Not read:

${table(['element', ''], zeebeRows)}`;

const othersPart = `## Other engines

The address of the name space counts, not its prefix. A word that these tables do not have is a warning.

${engineParts.join('\n\n')}

## Other name spaces

Let be, as pictures:

${list(diagramSpaces)}

Let be, as what tools note for themselves:

${list(toolSpaces)}

Any other: a warning that names the word.`;

/** `docs/words.md`: what becomes of every word of a process file; `houseWords` are the `wq:` elements of other rooms. */
export const wordsPage = (houseWords: ExtensionWords): string => `# What becomes of every word of a process file

Written by \`npm run coverage:bpmn\` from the tables that publication itself uses; do not edit. Every element and attribute is
read, judged by a rule, let be for a reason, or named with what to write here: an error where leaving it out changes who does
what or what happens, a warning where it does not. What stands in no table is named too. In a process that does not say
\`isExecutable\` only our own words are named. Lanes, pools, notes and groups are drawn: their own words say nothing that is
executed; ours, those of zeebe and of other engines are named there, too, with steps that would be lost and what BPMN has not.
\`xsi:type\` is read on expressions alone; elsewhere it is an error, as is an element of BPMN in another name space.

${bpmnPart}

${zeebePart}

## wq

${table(['element', 'on', 'attributes and children'], wordRows('wq', { ...ownWords, ...houseWords }))}

${othersPart}
`;
