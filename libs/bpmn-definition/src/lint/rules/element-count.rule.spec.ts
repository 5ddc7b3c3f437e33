import { elementCount, elementsMax } from './element-count.rule.js';
import { testRule } from '../drawing.fixture.js';

const tasks = (count: number): string =>
  Array.from({ length: count }, (_none, at) => `<bpmn:task id="t${at}"/>`).join('');

testRule(elementCount, {
  valid: { 'as many as allowed': tasks(elementsMax) },
  invalid: { 'one more': [tasks(elementsMax + 1), ['p', '超过 2000 个']] },
});
