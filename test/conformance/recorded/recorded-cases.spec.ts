import { sequenceOf, userTask } from '@wuqing/testing';
import { recordJourney, recordSequence } from '../../load/recorded-cases.mjs';

/** What `npm run bench:engine` replays: a step that the recorder lost in silence would leave less to measure. */
describe('recorded cases of the benchmark', () => {
  it('records every step of the journey that the benchmark replays', async () => {
    const { commands } = await recordJourney('major-matter', 'A1');

    expect(commands.filter(({ command }) => command.type === 'CompleteUserTask')).toHaveLength(16);
  });

  it('records a sequence to its end', () => {
    const { commands } = recordSequence(sequenceOf('two-steps', [userTask('first'), userTask('second')]));

    expect(commands.map(({ command }) => command.type)).toEqual([
      'StartProcessInstance',
      'CompleteUserTask',
      'CompleteUserTask',
    ]);
  });
});
