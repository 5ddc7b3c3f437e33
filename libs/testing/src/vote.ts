import { InstanceDriver } from './instance-driver.js';
import { each, userTask } from './process-parts.js';
import { sequenceOf } from './process-of.js';

/** A step that each of the members does, and what they chose. */
export const vote = (options: Parameters<typeof each>[1] = {}) =>
  each(userTask('v', { outputs: { vote: 'choice' } }), {
    collection: 'members',
    item: 'member',
    outputs: 'votes',
    output: 'vote',
    ...options,
  });

/** An instance that stands before it. */
export const voting = (options: Parameters<typeof each>[1] = {}, members: unknown = ['甲', '乙', '丙']) => {
  const instance = new InstanceDriver(sequenceOf('p', [vote(options)]));
  return { instance, trace: instance.start({ members: members as string[] }) };
};

export const cast = (instance: InstanceDriver, key: string, choice: string): string =>
  instance.run({ type: 'CompleteUserTask', userTask: key, variables: { choice } });
