import { scriptTask } from './script-task.rule.js';
import { node, testRule } from '../drawing.fixture.js';

const script = (attributes: string): string => node('scriptTask', 'u', `<zeebe:script ${attributes}/>`);

testRule(scriptTask, {
  valid: { 'an expression': script('expression="= a + 1" resultVariable="b"') },
  invalid: {
    'another language': [node('scriptTask', 'u', '', '', 'scriptFormat="groovy"'), ['u', '脚本语言「groovy']],
    'a script body': [node('scriptTask', 'u', '', '<bpmn:script>x = 1</bpmn:script>'), ['u', '只支持 FEEL']],
    nothing: [node('scriptTask', 'u'), ['u', '没有表达式']],
    'no result variable': [script('expression="= a"'), ['u', '没有结果变量']],
    'a name of prototypes': [
      script('expression="= a" resultVariable="__proto__"'),
      ['u', '「__proto__」不合规'],
    ],
    'a nested result': [script('expression="= a" resultVariable="b.c"'), ['u', '「b.c」不合规']],
  },
});
