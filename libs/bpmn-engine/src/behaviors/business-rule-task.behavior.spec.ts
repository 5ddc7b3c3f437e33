import type { CompiledDecision } from '@wuqing/decision';
import {
  businessRuleTask,
  callActivity,
  feelCell,
  InstanceDriver,
  sequenceOf,
  userTask,
} from '@wuqing/testing';

const doubled: CompiledDecision = {
  id: 'fee',
  name: 'fee',
  reads: ['n'],
  nodes: [
    {
      id: 'fee',
      name: 'fee',
      resultName: 'fee',
      requires: [],
      logic: { type: 'literalExpression', expression: feelCell('n * 2') },
    },
  ],
};
const rule = () => sequenceOf('p', [businessRuleTask('r', 'fee', 'amount'), userTask('a')]);

describe('business rule task', () => {
  it('writes what the decision says', () => {
    const instance = new InstanceDriver(rule(), { decisions: { fee: doubled } });
    expect(instance.start({ n: 21 })).toBe(
      '▶p {p#0 n=21} +start#1 -start#1 start-r +r#2 {p#0 amount=42} -r#2 r-a +a#3 ●a#3',
    );
  });

  it('a decision that is not published, or has no result, is an incident', () => {
    const missing = new InstanceDriver(rule());
    expect(missing.start({ n: 1 })).toMatch(/⚠r#2\(unknown-decision\)$/);
    const failing = new InstanceDriver(rule(), { decisions: { fee: doubled } });
    expect(failing.start({ n: 'x' })).toMatch(/(⚠r#2\(decision\)|amount=null)/);
  });
});

describe('call activity', () => {
  const calling = (options: object) => {
    const call = callActivity('c', 'k');
    const part = { ...call, kind: { ...call.kind, ...options } } as typeof call;
    return sequenceOf('p', [part]);
  };
  const called = sequenceOf('k', [businessRuleTask('r', 'fee', 'amount'), userTask('a')]);
  const context = { decisions: { fee: doubled } };

  it('runs the version that its binding names, and no other', () => {
    const tagged = calling({ binding: 'versionTag', versionTag: 'v1' });
    const found = new InstanceDriver(tagged, { ...context, calledProcesses: { 'k@tag:v1': called } });
    expect(found.start({ n: 1 })).toContain('●c/a');
    const other = new InstanceDriver(tagged, { ...context, calledProcesses: { k: called } });
    expect(other.start({ n: 1 })).toMatch(/⚠c#2\(unknown-process\)$/);
    const together = new InstanceDriver(calling({ binding: 'deployment' }), {
      ...context,
      calledProcesses: { 'k@deployment': called },
    });
    expect(together.start({ n: 1 })).toContain('●c/a');
  });

  it('its variables stay inside where nothing is to come back', () => {
    const instance = new InstanceDriver(calling({ propagateAllChildVariables: false }), {
      ...context,
      calledProcesses: { k: called },
    });
    instance.start({ n: 1 });
    instance.complete('c/a');
    expect(instance.variable('amount')).toBeUndefined();
    expect(instance.state.status).toBe('completed');
  });
});
