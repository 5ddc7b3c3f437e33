/**
 * A line for every row that is not as it should be, or needs a word, by suite.
 * @param {Partial<Record<'betsy' | 'bpmnspector' | 'miwg' | 'soundness', readonly object[]>>} suites
 */
export const differencesOf = ({ betsy = [], bpmnspector = [], miwg = [], soundness = [] }) => [
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
  ...miwg
    .filter(({ lossless }) => !lossless)
    .map(({ case: name, lost }) => sentence('miwg', name, 'lost', lost)),
  ...soundness
    .filter(({ agrees }) => !agrees)
    .map(({ case: name, differences }) => sentence('soundness', name, 'not agreed', differences)),
];

const sentence = (suite, name, what, more) => [`${suite} ${name}: ${what}`, ...more].join('\n    ');
