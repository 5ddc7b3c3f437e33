const HEAD = `# Conformance

What others have written to try engines and checkers on, and what ours makes of it. \`npm run conformance -- --dir <folder>\` runs
the suites of a folder (\`betsy/\`, \`bpmnspector/\`, \`dmn-tck/\`, \`miwg/\`, \`soundness/\`, each optional; the models and their licences are not
part of this repository), prints the figures, and ends with 1 where a bar is missed; \`--write\` writes this page and
\`conformance.json\` beside it, case by case.
`;

const BETSY = `## betsy

Executable processes with the lines that they must log ([betsy](https://github.com/uniba-dsg/betsy), LGPL-3.0). Script bodies and
expressions are Java there; the runner says them in FEEL, gives messages a correlation key, and publishes each process of a file
as one of ours. A body that computes is a script task with \`zeebe:script\`. One that lasts (ten seconds of waiting) or throws, which
no expression can, is a service task whose worker answers on a clock that the runner turns: so two of them between two parallel
gateways overlap, which \`TrueParallelism\` asks for. Each case runs in a thread of its own, refused after twenty seconds; logs
are compared as betsy does, sorted.

- **refused**: publication refuses by name what is not executed.
- **unwritable**: everything but a line that no script of the file writes; no engine can log it.
- **not understood**: a script or an expression that the runner cannot say in FEEL; it stands as it is, and the case is not right.
`;

const BPMNSPECTOR = `## BPMNspector

Models that a checker must accept or refuse ([BPMNspector](https://github.com/uniba-dsg/BPMNspector), LGPL-3.0), by constraint of
BPMN 2.0.2. \`checkStandard\` answers whether a file is well-formed BPMN, whatever of it is executed; a model that the list puts into
the Descriptive or Analytic sub-class is not asked what only the Common Executable one asks (formal expressions, operations of
messages, languages of scripts). Publication asks the same save what only other engines need, and beyond it what we execute, so
that a valid file may still be refused there by another rule ([lint](lint/README.md)). Whether a file that another one imports
exists (EXT.001) cannot be said of one file.
`;

const SOUNDNESS = `## Soundness

Models with verdicts (rust_bpmn_analyzer, MIT; fbpmn, Apache-2.0): sound, safe, option to complete, proper completion, dead
activities. A time is the median of 31 checks in a warm process, without reading the file; the first check of a process takes
several times as long, while its code is being compiled. [soundness.md](soundness.md) says what each verdict means.
`;

const DMN_TCK = `## DMN TCK

The technology compatibility kit of DMN ([dmn-tck](https://github.com/dmn-tck/tck), Apache-2.0), or a folder of its layout; \`--dir\`
may also name a copy of the kit. A result is right where its value is the expected one, each type compared in its own way, numbers
nearly. What a decision refuses before it is published, or faults in while it is evaluated, is counted apart: the standard says
null of most such expressions, and a silent null is what we do not give. Each decision of a file is asked by itself.
`;

const MIWG = `## MIWG

The interchange models of the OMG's Model Interchange Working Group (CC BY 3.0): what reading and writing a file loses of elements,
attributes, text, extensions and diagram.
`;

/**
 * The page as Markdown. `constraints`: `{ constraint, says }` of the checks that we make.
 * @param {readonly object[]} figures
 * @param {Partial<Record<'betsy' | 'bpmnspector' | 'dmn-tck' | 'miwg' | 'soundness', readonly object[]>>} suites
 * @param {readonly { readonly constraint: string, readonly says: string }[]} constraints
 */
export const pageOf = (figures, { betsy, bpmnspector, 'dmn-tck': dmnTck, miwg, soundness }, constraints) =>
  [
    HEAD,
    table(
      ['suite', 'figure', '', 'bar'],
      figures.map(({ suite, what, is, held }) => [suite, what, is, held ? 'held' : '**missed**']),
    ),
    ...(betsy ? [BETSY, ...betsyTables(betsy)] : []),
    ...(bpmnspector ? [BPMNSPECTOR, ...bpmnspectorTables(bpmnspector, constraints)] : []),
    ...(dmnTck ? [DMN_TCK, ...dmnTckTables(dmnTck)] : []),
    ...(miwg ? [MIWG, table(['model', 'lost'], miwg.map((row) => [row.case, row.lost.join('; ') || 'nothing']))] : []),
    ...(soundness ? [SOUNDNESS, soundnessTable(soundness)] : []),
  ].join('\n\n'); // prettier-ignore

const COLUMNS = [
  'right',
  'refused',
  'unwritable',
  'not understood',
  'refused wrongly',
  'wrong',
  'no answer',
  'not run',
];

function betsyTables(rows) {
  const groups = [...new Set(rows.map(({ group }) => group))];
  const count = (group, outcome) =>
    rows.filter((row) => row.group === group && row.outcome === outcome).length;
  const others = rows.filter(({ outcome }) => outcome !== 'right');
  return [
    table(
      ['group', ...COLUMNS],
      groups.map((group) => [group, ...COLUMNS.map((outcome) => String(count(group, outcome)))]),
    ),
    table(
      ['case', 'outcome', 'because'],
      others.map((row) => [row.case, row.outcome, reasonOf(row)]),
    ),
  ];
}

const NOT_RUN = ['not run', 'not understood', 'refused wrongly'];

const reasonOf = ({ outcome, outside, expected, log, said }) =>
  outcome === 'unwritable'
    ? `expected ${lines(expected)}, logged ${lines(log)}`
    : outside.join(', ') ||
      (NOT_RUN.includes(outcome) && said.join('; ')) ||
      `expected ${lines(expected)}, logged ${lines(log)}`;

const lines = (log) => log.map((line) => `\`${line}\``).join(' ');

function bpmnspectorTables(rows, constraints) {
  const names = [...new Set(rows.map(({ constraint }) => constraint))].sort();
  const share = (name, expected) => {
    const all = rows.filter((row) => row.constraint === name && row.expected === expected);
    const right = all.filter(({ found }) => found === expected).length;
    return all.length === 0 ? '–' : `${right} of ${all.length}`;
  };
  const saying = new Map(
    constraints.flatMap(({ constraint, alike = [], says }) =>
      [constraint, ...alike].map((name) => [name, says]),
    ),
  );
  const listed = names.map((name) => [
    name,
    saying.get(name) ?? 'not checked',
    share(name, 'invalid'),
    share(name, 'valid'),
  ]);
  const differences = rows.filter(({ expected, found }) => expected !== found);
  const beyond = constraints.filter(
    ({ constraint, alike = [] }) => ![constraint, ...alike].some((name) => names.includes(name)),
  );
  return [
    table(['constraint', 'what it asks', 'invalid refused', 'valid accepted'], listed),
    'Differences, one by one:',
    table(
      ['model', 'constraint', 'the list says', 'we find broken', 'because'],
      differences.map((row) => [
        row.case.split('/').at(-1),
        row.constraint,
        row.expected,
        row.broken.join(', ') || 'nothing',
        row.explained ?? '**not explained**',
      ]),
    ),
    'Also checked, without models in this folder:',
    beyond.map(({ constraint, says }) => `- \`${constraint}\`: ${says}`).join('\n'),
  ];
}

const TCK_COLUMNS = ['right', 'refused where null is expected', 'refused by name', 'wrong', 'not run'];

function dmnTckTables(rows) {
  const chapters = [...new Set(rows.map(({ level, chapter }) => `${level} ${chapter}`))];
  const count = (place, outcome) =>
    rows.filter((row) => `${row.level} ${row.chapter}` === place && row.outcome === outcome).length;
  const silent = rows.filter(({ outcome }) => outcome === 'wrong' || outcome === 'not run');
  return [
    table(
      ['chapter', ...TCK_COLUMNS],
      chapters.map((place) => [place, ...TCK_COLUMNS.map((outcome) => String(count(place, outcome)))]),
    ),
    table(
      ['wrong or not run', 'expected', 'found'],
      silent.map((row) => [row.case, row.expected ?? '', row.found ?? row.said.join('; ')]),
    ),
  ];
}

const soundnessTable = (rows) =>
  table(
    ['model', 'agrees', 'states looked at', 'ms'],
    rows.map((row) => [
      row.case,
      row.agrees ? 'yes' : row.differences.join('; '),
      String(row.states),
      row.ms.toFixed(1),
    ]),
  );

const table = (head, rows) =>
  rows.length === 0
    ? 'None.'
    : [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.map(cell).join(' | ')} |`).join('\n');

const cell = (text) => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
