import { drawing, end, flow, modelOf, node, start } from '../lint/drawing.fixture.js';
import { soundnessProblems } from './soundness-problems.js';

const task = (id: string): string => node('userTask', id);
const gateway = (type: string, id: string): string => node(`${type}Gateway`, id);

async function problemsOf(inside: string, statesMax = 1_000): Promise<string[]> {
  const problems = soundnessProblems(await modelOf(drawing(inside)), { statesMax });
  return problems.map(({ severity, elementId, message }) => `${severity} ${elementId ?? ''}: ${message}`);
}

describe('the problems of an unsound process', () => {
  it('are none where it is sound', async () =>
    expect(await problemsOf(start + task('a') + end + flow('s', 'a') + flow('a', 'e'))).toEqual([]));

  it('name the join at which it is stuck, the way there, and what is never reached', async () => {
    const inside = [
      start,
      gateway('exclusive', 'x'),
      task('a'),
      task('b'),
      gateway('parallel', 'j'),
      end,
      ...[flow('s', 'x'), flow('x', 'a'), flow('x', 'b'), flow('a', 'j'), flow('b', 'j'), flow('j', 'e')],
    ];
    expect(await problemsOf(inside.join(''))).toEqual([
      expect.stringMatching(/^error j: 流程会停在「j」.*走法：「s」 → 「x」 → 「a」。$/),
      expect.stringMatching(/^error j: 流程会停在「j」.*走法：「s」 → 「x」 → 「b」。$/),
      expect.stringMatching(/^error j: 不论怎么走，都走不到「j」/),
      expect.stringMatching(/^error e: 不论怎么走，都走不到「e」/),
    ]);
  });

  it('name the flow that holds two tokens, and warn of the end that is reached twice', async () => {
    const inside = [
      start,
      gateway('parallel', 'k'),
      gateway('exclusive', 'm'),
      task('a'),
      end,
      ...[flow('s', 'k'), flow('k', 'm'), flow('k', 'a'), flow('a', 'm'), flow('m', 'e')],
    ];
    const problems = await problemsOf(inside.join(''));
    expect(problems).toContainEqual(expect.stringMatching(/^warning m-e: 连线「m-e」会被同时走到两次/));
    expect(problems).toContainEqual(expect.stringMatching(/^warning e: 一次办理会多次走到结束事件「e」/));
  });

  it('are none where an instantiating gateway waits for all its events, and their ways join', async () => {
    const both = '<bpmn:eventBasedGateway id="b" instantiate="true" eventGatewayType="Parallel"/>';
    const flows = [flow('b', 'm'), flow('b', 'n'), flow('m', 'j'), flow('n', 'j'), flow('j', 'e')].join('');
    const inside =
      both + node('receiveTask', 'm') + node('receiveTask', 'n') + gateway('parallel', 'j') + end;
    expect(await problemsOf(inside + flows)).toEqual([]);
    const exclusive = inside.replace(' eventGatewayType="Parallel"', '');
    expect(await problemsOf(exclusive + flows)).toContainEqual(
      expect.stringMatching(/^error j: 流程会停在「j」/),
    );
  });

  it('warn of what is never reached where something thrown leads every run out of a scope', async () => {
    const thrown = `<bpmn:escalationEventDefinition escalationRef="esc"/>`;
    const scope = node(
      'subProcess',
      'v',
      '',
      node('startEvent', 'i') + node('intermediateThrowEvent', 't', '', thrown) + task('a') + node('endEvent', 'j') + flow('i', 't') + flow('t', 'a') + flow('a', 'j'),
    ); // prettier-ignore
    const caught = node('boundaryEvent', 'b', '', thrown, 'attachedToRef="v"');
    const inside = start + scope + caught + end + flow('s', 'v') + flow('v', 'e') + flow('b', 'e');
    expect(await problemsOf(inside)).toEqual([
      expect.stringMatching(/^warning a: 不论怎么走，都走不到「a」/),
      expect.stringMatching(/^warning j: 不论怎么走，都走不到「j」/),
    ]);
  });

  describe('of ways that multiply', () => {
    const fork = gateway('exclusive', 'm') + gateway('parallel', 'k') + flow('s', 'm') + flow('m', 'k');

    it.each([
      ['one way back', task('a') + flow('k', 'm') + flow('k', 'a') + flow('a', 'e')],
      ['both ways back', task('a') + flow('k', 'm') + flow('k', 'a') + flow('a', 'm')],
      [
        'with a step on the way back',
        task('a') + task('b') + flow('k', 'a') + flow('a', 'm') + flow('k', 'b') + flow('b', 'e'),
      ],
    ])('refuse %s as such, and not as too many ways', async (_title, ways) => {
      const problems = await problemsOf(start + end + fork + ways);
      expect(problems).toContainEqual(expect.stringMatching(/^error .*没有尽头：每循环一次就多出一路/));
      expect(problems).not.toContainEqual(expect.stringContaining('走法太多'));
    });

    it('only warn of a round that a choice can leave', async () => {
      const ways =
        task('a') +
        gateway('exclusive', 'x') +
        flow('k', 'a') +
        flow('a', 'e') +
        flow('k', 'x') +
        flow('x', 'm') +
        flow('x', 'e');
      const problems = await problemsOf(start + end + fork + ways);
      expect(problems.length).toBeGreaterThan(0);
      expect(problems.filter((problem) => problem.startsWith('error'))).toEqual([]);
    });
  });

  describe('of what may be told any number of times in a round', () => {
    const told = '<bpmn:messageEventDefinition/>';
    const beside = node('boundaryEvent', 'b', '', told, 'attachedToRef="a" cancelActivity="false"');
    const round = [
      start + gateway('exclusive', 'm') + task('a') + gateway('exclusive', 'x') + end + beside + task('h'),
      ...[flow('s', 'm'), flow('m', 'a'), flow('a', 'x'), flow('x', 'm'), flow('b', 'h')],
    ].join('');

    it('are proved where each is heard by itself', async () => {
      const problems = await problemsOf(round + flow('x', 'e') + node('endEvent', 'f') + flow('h', 'f'));
      expect(problems.map((problem) => problem.split(':')[0])).toEqual(['warning h-f', 'warning f']);
    });

    it('are not proved where what is heard meets the road again', async () => {
      const met = gateway('parallel', 'j') + flow('x', 'j') + flow('h', 'j') + flow('j', 'e');
      expect(await problemsOf(round + met)).toContainEqual(expect.stringContaining('走法太多'));
    });
  });

  it('are none of a hundred choices, one after the other', async () => {
    const choices = Array.from({ length: 100 }, (_, at) => [
      gateway('exclusive', `x${at}`) + task(`a${at}`) + task(`b${at}`) + gateway('exclusive', `y${at}`),
      flow(at === 0 ? 's' : `y${at - 1}`, `x${at}`) + flow(`x${at}`, `a${at}`) + flow(`x${at}`, `b${at}`) + flow(`a${at}`, `y${at}`) + flow(`b${at}`, `y${at}`),
    ].join('')); // prettier-ignore
    expect(await problemsOf(start + choices.join('') + flow('y99', 'e') + end)).toEqual([]);
  });

  it('say that nothing is proved where the limit is too low', async () => {
    const inside = start + task('a') + end + flow('s', 'a') + flow('a', 'e');
    expect(await problemsOf(inside, 0)).toEqual([expect.stringMatching(/^warning p: 本流程的走法太多/)]);
  });
});
