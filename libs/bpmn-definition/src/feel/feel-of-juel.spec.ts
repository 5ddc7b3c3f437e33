import { feelOfJuel } from './feel-of-juel.js';
import { parseExpression } from './parse-expression.js';

it.each([
  ['${approved == true}', '=approved = true'],
  ['#{amount >= 5000}', '=amount >= 5000'],
  ['${a && b || !c}', '=a and b or not(c)'],
  ["${level eq 'town' and amount gt 5}", '=level = "town" and amount > 5'],
  ["${kind != 'a == b'}", '=kind != "a == b"'],
  ['approved === false', '=approved = false'],
  ['${applicant.age < 60}', '=applicant.age < 60'],
  ['amount > 5', '=amount > 5'],
  ['${a !== b}', '=a != b'],
])('%s is %s, which can be read', (juel, feel) => {
  expect(feelOfJuel(juel)).toBe(feel);
  expect(parseExpression(feel.slice(1), { hostFunctionNames: [] }).ok).toBe(true);
});

it.each([
  '${execution.getVariable("a")}',
  '${a ? b : c}',
  '${empty list}',
  '${a}-${b}',
  '${bean.check(a)}',
  '${a instanceof B}',
  '${x[0] == 1}',
])('%s is not guessed at', (juel) => expect(feelOfJuel(juel)).toBeUndefined());
