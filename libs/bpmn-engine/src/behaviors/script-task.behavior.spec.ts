import { InstanceDriver, scriptTask, sequenceOf, userTask } from '@wuqing/testing';

describe('script task', () => {
  it('writes the value of its expression to its result variable', () => {
    expect(new InstanceDriver(sequenceOf('p', [scriptTask('c', 'sum', 'a + b')])).start({ a: 1, b: 2 })).toBe(
      '▶p {p#0 a=1 b=2} +start#1 -start#1 start-c +c#2 {p#0 sum=3} -c#2 c-end +end#3 -end#3 ■',
    );
  });

  it('calls host functions by name', () => {
    const hostFunctions = { twice: (n: unknown) => Number(n) * 2 };
    const instance = new InstanceDriver(sequenceOf('p', [scriptTask('c', 'x', 'twice(4)')]), {
      hostFunctions,
    });
    instance.start();
    expect(instance.variable('x')).toBe(8);
  });

  it('with outputs its result is its own and the outputs reach the process', () => {
    const c = scriptTask('c', 'x', '7', { outputs: { y: 'x + 1' } });
    const instance = new InstanceDriver(sequenceOf('p', [c, userTask('a')]));
    instance.start();
    expect(instance.state.variables).toEqual({ 'p#0': { y: 8 } });
  });

  it('an error is an incident that a retry computes anew', () => {
    const instance = new InstanceDriver(sequenceOf('p', [userTask('a'), scriptTask('c', 'x', 'boom()')]));
    instance.start();
    expect(instance.complete('a')).toBe('✓a#2 -a#2 a-c +c#3 ⚠c#3(expression)');
    expect(instance.resolve('c')).toBe('⚠✓c#3 ⚠c#3(expression)');
  });

  it('a result that breaks the cap of the variables is an incident, not a state that cannot be stored', () => {
    const instance = new InstanceDriver(sequenceOf('p', [scriptTask('c', 'x', 'text + text')]));
    expect(instance.start({ text: '五'.repeat(6000) })).toContain('⚠c#2(too-large)');
  });
});
