/**
 * A line for every row that is not as it should be, or needs a word, by suite.
 * @param {Partial<Record<'betsy' | 'bpmnspector' | 'dmn-tck' | 'miwg' | 'soundness', readonly object[]>>} suites
 */
export const differencesOf = ({
  betsy = [],
  bpmnspector = [],
  'dmn-tck': dmnTck = [],
  miwg = [],
  soundness = [],
}) => [
  ...betsy
    .filter(({ outcome }) => outcome !== 'right')
    .map(({ case: name, outcome, expected, log, said }) =>
      sentence('betsy', name, `${outcome}; expected ${expected.join(' ')}; logged ${log.join(' ')}`, said),
    ),
  ...bpmnspector
    .filter(({ expected, found }) => expected !== found)
    .map(({ case: name, constraint, expected, found, broken, explained = 'not explained' }) =>
      sentence('bpmnspector', name, `${constraint} says ${expected}, we ${found} (${broken.join(', ')})`, [
        explained,
      ]),
    ),
  ...dmnTck
    .filter(({ outcome }) => outcome !== 'right')
    .map(({ case: name, outcome, expected, found, said }) =>
      sentence(
        'dmn-tck',
        name,
        `${outcome}; expected ${expected}${found === undefined ? '' : `, found ${found}`}`,
        said,
      ),
    ),
  ...miwg
    .filter(({ lossless }) => !lossless)
    .map(({ case: name, lost }) => sentence('miwg', name, 'lost', lost)),
  ...soundness
    .filter(({ agrees }) => !agrees)
    .map(({ case: name, differences }) => sentence('soundness', name, 'not agreed', differences)),
];

const sentence = (suite, name, what, more) => [`${suite} ${name}: ${what}`, ...more].join('\n    ');
