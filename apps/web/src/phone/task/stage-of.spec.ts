import { countInWords, stageOf } from './stage-of.js';

const stages = [
  { key: '一', name: '一 提议', isNumbered: true, elements: ['propose'] },
  { key: '二', name: '二 两委商议', isNumbered: true, elements: ['deliberate', 'judge'] },
  { key: 'issue-order', name: '下发督办单', isNumbered: true, elements: ['issue-order'] },
  { key: 'x', name: '登记', isNumbered: false, elements: ['register'] },
];

it.each([
  ['propose', '第一步 提议'],
  ['judge', '第二步 两委商议'],
  ['issue-order', '下发督办单'],
  ['register', undefined],
  ['nowhere', undefined],
])('%s is %s', (element, said) => expect(stageOf(stages, element)).toBe(said));

it('counts the steps as they are numbered', () => {
  expect(countInWords(stages.slice(0, 2))).toBe('二');
  expect(countInWords(stages.slice(0, 3))).toBe(' 3 ');
});
