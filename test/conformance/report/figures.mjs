/** The model whose state space is too large to be walked through; it has a bar of its own. */
const WIDE = 'p17x01.bpmn';

/**
 * Of each suite that ran: `{ suite, what, is, held }`, in the order of the page.
 * @param {Partial<Record<'betsy' | 'bpmnspector' | 'dmn-tck' | 'miwg' | 'soundness', readonly object[]>>} suites
 */
export const figuresOf = ({ betsy, bpmnspector, 'dmn-tck': dmnTck, miwg, soundness }) => [
  ...(betsy ? betsyFigures(betsy) : []),
  ...(bpmnspector ? bpmnspectorFigures(bpmnspector) : []),
  ...(dmnTck ? dmnTckFigures(dmnTck) : []),
  ...(miwg ? [figure('miwg', 'read and written without loss', miwg, ({ lossless }) => lossless)] : []),
  ...(soundness ? soundnessFigures(soundness) : []),
];

const figure = (suite, what, rows, isRight, share = 1) => {
  const right = rows.filter(isRight).length;
  return { suite, what, is: `${right} of ${rows.length}`, held: right >= rows.length * share };
};

function betsyFigures(rows) {
  const executed = rows.filter(({ outside }) => outside.length === 0);
  const possible = executed.filter(({ outcome }) => outcome !== 'unwritable');
  const beyond = rows.filter(({ outside }) => outside.length > 0);
  return [
    figure('betsy', 'right, of what is executed', possible, ({ outcome }) => outcome === 'right'),
    figure('betsy', 'refused by name, of what is not', beyond, ({ outcome }) =>
      ['refused', 'right'].includes(outcome),
    ),
    figure('betsy', 'not silently wrong', rows, ({ outcome }) => outcome !== 'wrong'),
  ];
}

function bpmnspectorFigures(rows) {
  const of = (wanted) => rows.filter(({ expected }) => expected === wanted);
  const isRight = ({ expected, found }) => expected === found;
  return [
    figure('bpmnspector', 'invalid refused (≥ 95 %)', of('invalid'), isRight, 0.95),
    figure('bpmnspector', 'valid accepted (≥ 95 %)', of('valid'), isRight, 0.95),
    figure(
      'bpmnspector',
      'differences explained',
      rows.filter((row) => !isRight(row)),
      ({ explained }) => explained !== undefined,
    ),
  ];
}

/** What is refused where the standard says null is no answer of ours, and none that misleads: it has a figure, no bar. */
function dmnTckFigures(rows) {
  const is =
    (...outcomes) =>
    (row) =>
      outcomes.includes(row.outcome);
  const told = ['right', 'refused where null is expected', 'refused by name'];
  return [
    figure('dmn-tck', 'right', rows, is('right'), 0),
    figure('dmn-tck', 'refused where null is expected', rows, is('refused where null is expected'), 0),
    figure('dmn-tck', 'refused by name', rows, is('refused by name'), 0),
    figure('dmn-tck', 'not silently wrong', rows, is(...told)),
  ];
}

function soundnessFigures(rows) {
  const wide = rows.find((row) => row.case === WIDE);
  const times = rows
    .filter((row) => row.case !== WIDE)
    .map(({ ms }) => ms)
    .sort((a, b) => a - b);
  const p99 = times[Math.ceil(times.length * 0.99) - 1];
  const time = (what, ms, most) => ({
    suite: 'soundness',
    what: `${what} (≤ ${most} ms)`,
    is: `${ms.toFixed(1)} ms`,
    held: ms <= most,
  });
  return [
    figure('soundness', 'verdicts agreed', rows, ({ agrees }) => agrees),
    ...(wide ? [time(`${WIDE}`, wide.ms, 100)] : []),
    ...(p99 === undefined ? [] : [time('p99 of the rest', p99, 20)]),
  ];
}
