import { processOf, sequenceOf } from './process-of.js';
import { boundary, end, start, startOn } from './event-parts.js';
import { callActivity, exclusive, flow, path, subProcess, userTask } from './process-parts.js';

describe('processOf', () => {
  const process = processOf(
    'p',
    [
      start('s'),
      subProcess('sp', [
        start('s2'),
        userTask('a', { name: '立项登记', formKey: 'f' }),
        end('e2'),
        ...path('s2', 'a', 'e2'),
      ]),
      boundary('b', 'sp', { message: 'order', correlationKey: 'k' }, { interrupting: false }),
      exclusive('x'),
      end('e'),
      ...path('s', 'sp', 'x'),
      flow('x', 'e', { when: 'n > 1' }),
      flow('x', 'sp', { isDefault: true, id: 'back' }),
      ...path('b', 'e'),
    ],
    ['n', 'k'],
  );

  it('fills in scopes and children in document order', () => {
    expect(process.children).toEqual({ p: ['s', 'sp', 'b', 'x', 'e'], sp: ['s2', 'a', 'e2'] });
    expect(process.nodes['a']).toMatchObject({
      scope: 'sp',
      name: '立项登记',
      formKey: 'f',
      incoming: ['s2-a'],
      outgoing: ['a-e2'],
    });
    expect(process.nodes['s']).toMatchObject({ scope: 'p', name: 's' });
  });

  it('fills in flows, the default flow and boundary events', () => {
    expect(process.nodes['x']).toMatchObject({ outgoing: ['x-e', 'back'], defaultFlow: 'back' });
    expect(process.nodes['sp']).toMatchObject({ incoming: ['s-sp', 'back'], boundaries: ['b'] });
    expect(process.flows['x-e']).toMatchObject({ source: 'x', target: 'e', condition: { source: 'n > 1' } });
    expect(process.flows['back']).not.toHaveProperty('condition');
    expect(process.nodes['b']).toMatchObject({
      attachedTo: 'sp',
      interrupting: false,
      definition: { kind: 'message', message: 'order' },
    });
  });

  it('collects messages and keeps what is read, sorted', () => {
    expect(process.messages['order']).toMatchObject({
      id: 'order',
      name: 'order',
      correlationKey: { source: 'k' },
    });
    expect(process.reads).toEqual(['k', 'n']);
  });

  it('is plain JSON', () => {
    expect(JSON.parse(JSON.stringify(process))).toEqual(process);
  });

  it('sequenceOf puts its nodes between a start and an end', () => {
    const sequence = sequenceOf('q', [userTask('a'), callActivity('c', 'k')]);
    expect(Object.keys(sequence.flows)).toEqual(['start-a', 'a-c', 'c-end']);
    expect(sequence.nodes['c']).toMatchObject({ calledProcess: 'k' });
  });

  it.each([
    [{ date: 'd' }, { kind: 'timer', timer: 'date', value: { source: 'd' } }],
    [{ duration: '"P1D"' }, { kind: 'timer', timer: 'duration', value: { source: '"P1D"' } }],
    [{ cycle: '"R/P1D"' }, { kind: 'timer', timer: 'cycle' }],
    [{ message: 'm' }, { kind: 'message', message: 'm' }],
  ])('the trigger %j', (trigger, definition) => {
    expect(startOn('on', trigger).kind).toMatchObject({ definition });
  });
});
