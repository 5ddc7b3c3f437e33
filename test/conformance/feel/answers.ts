import { evaluate, type Ast } from '@wuqing/expression';
import { canonicalJson, instantOf, type Json, type JsonObject } from '@wuqing/kernel';
import { feelHostFunctions, indexCalendar, officialCalendar } from '@wuqing/working-calendar';

const scope: JsonObject = {
  n: 5,
  day: '2026-08-24',
  person: { name: 'Li', address: { city: '漯河' } },
  people: [
    { name: '甲', age: 25 },
    { name: '乙', age: 35 },
    { name: '丙', age: 65 },
  ],
};

/** What parsed expressions say at one fixed moment, as canonical JSON or as the error: it runs wherever cases are looked at. */
export function answersTo(expressions: readonly Ast[]): string[] {
  const context = {
    now: instantOf('2026-08-24T02:00:00Z'),
    timeZone: 'Asia/Shanghai',
    hostFunctions: feelHostFunctions(indexCalendar(officialCalendar)),
  };
  const read = (name: string): Json | undefined => (Object.hasOwn(scope, name) ? scope[name] : undefined);
  return expressions.map((ast) => {
    const answer = evaluate(ast, read, context);
    return answer.ok ? canonicalJson(answer.value) : `error: ${answer.error.message}`;
  });
}
