import { instantOf } from '@wuqing/kernel';
import { calendar } from './clock.fixture.js';
import { openClock } from './open-clock.js';
import { checkServiceLevel, readServiceLevel } from './read-service-level.js';

describe('who is told at once', () => {
  const suspicion = {
    name: 'serviceLevel',
    attributes: { term: '5W', ladder: 'LV', tell: 'supervision-director,office-head@office:jingguan' },
    children: [],
  };

  it('hears of the task when it opens, before any warning', () => {
    const policy = readServiceLevel(suspicion);
    const openedAt = instantOf('2026-11-06T10:00:00+08:00');
    const opened =
      policy.ok &&
      openClock(policy.value, { openedAt, handlers: ['village-director'], values: {} }, calendar);
    const instants = opened && opened.ok ? (opened.value?.instants ?? []) : [];
    expect(instants[0]).toEqual({
      kind: 'opened',
      rung: 0,
      at: openedAt,
      recipients: ['supervision-director', 'office-head@office:jingguan'],
      disclosure: 'case',
    });
    expect(instants.map(({ kind }) => kind)).toEqual(['opened', 'warn', 'due', 'rung', 'rung']);
  });

  it.each([
    ['handler', ['office-head@office:jingguan', 'office-clerk@office:jingguan']],
    ['handler-office-head', ['office-head@office:jingguan']],
    [
      'village-clerk,handler',
      ['village-clerk', 'office-head@office:jingguan', 'office-clerk@office:jingguan'],
    ],
  ])('is, with the word %s, whoever works on the task', (tell, recipients) => {
    const policy = readServiceLevel({ ...suspicion, attributes: { ...suspicion.attributes, tell } });
    const handlers = ['office-head@office:jingguan', 'office-clerk@office:jingguan'];
    const openedAt = instantOf('2026-11-06T10:00:00+08:00');
    const opened = policy.ok && openClock(policy.value, { openedAt, handlers, values: {} }, calendar);
    expect(opened && opened.ok && opened.value?.instants[0]).toMatchObject({ kind: 'opened', recipients });
  });

  it('must be a recipient that exists', () => {
    expect(
      checkServiceLevel({ ...suspicion, attributes: { ...suspicion.attributes, tell: '某人' } }),
    ).toEqual(['无法识别告知对象“某人”。']);
  });
});
