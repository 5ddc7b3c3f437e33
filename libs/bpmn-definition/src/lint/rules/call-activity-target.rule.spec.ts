import { callActivityTarget } from './call-activity-target.rule.js';
import { node, testRule } from '../drawing.fixture.js';

const calling = (id: string): string => node('callActivity', 'u', `<zeebe:calledElement processId="${id}"/>`);

testRule(callActivityTarget, {
  valid: { 'a process': calling('publication') },
  invalid: {
    nothing: [node('callActivity', 'u'), ['u', '没有选定流程']],
    'an expression': [calling('=a'), ['u', '要是固定文字']],
  },
});
