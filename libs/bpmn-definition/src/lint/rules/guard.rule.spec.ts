import { guard } from './guard.rule.js';
import { node, testRule } from '../drawing.fixture.js';

const guarded = (...guards: string[]): string =>
  node('userTask', 'u', guards.map((attributes) => `<wq:guard ${attributes}/>`).join(''));
const whole = 'id="a" on="complete" reject="= n &lt; 3" message="人数不足,请补齐。"';

testRule(guard, {
  valid: {
    'a whole guard': guarded(whole),
    'what is listed beforehand': guarded('reject="= a" message="请补齐。" says="已补齐" basis="条例第一条"'),
    'without id and moment': guarded('reject="= a" message="请补齐。"'),
  },
  invalid: {
    'an unknown moment': [guarded('on="create" reject="= a" message="m"'), ['u', 'on 只能是']],
    'what no person completes': [
      node('serviceTask', 'u', '<wq:guard reject="=a" message="m"/>'),
      ['u', '请写 on="activate"'],
    ],
    'no condition': [guarded('message="m"'), ['u', '没有以 = 开头的 reject']],
    'a condition without sign': [guarded('reject="a" message="m"'), ['u', '没有以 = 开头的 reject']],
    'no sentence': [guarded('reject="= a"'), ['u', '没有提示语']],
    'a basis that nobody sees': [guarded('reject="= a" message="m" basis="b"'), ['u', '请补写 says']],
    'a list of what is not judged then': [
      guarded('on="activate" reject="= a" message="m" says="s"'),
      ['u', '只在办结前列出'],
    ],
    'one id twice': [guarded(whole, whole), ['u', '标识「a」重复']],
  },
});
