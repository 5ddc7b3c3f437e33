import type { ExecutableProcess } from '@wuqing/bpmn-model';
import type { DoneWork } from '@wuqing/persistence';
import { Official } from '../access/caller.js';
import { barOf } from './checked-work.js';

const checking = (attributes: Record<string, string>): ExecutableProcess =>
  ({
    nodes: {
      review: { id: 'review', name: '审理', extensions: [{ name: 'checks', attributes, children: [] }] },
    },
  }) as unknown as ExecutableProcess;

const official = (personId: string): Official => new Official({ personId, positions: [], reach: [] });
const row = { caseId: 'c', unitId: 'u', elementId: 'review', candidates: [] };
const done: DoneWork[] = [{ caseId: 'c', elementId: 'check', name: '核查', doers: ['doer'] }];

it.each<[string, Record<string, string>, string, string | undefined]>([
  [
    'whoever did it',
    { steps: 'check' },
    'doer',
    '本步骤核对的“核查”由您本人或者您代理的人办理，不能自己核对，请由其他人办理。',
  ],
  [
    'whoever did it, in the words of the file',
    { steps: 'check', message: '承办人不得审理。' },
    'doer',
    '承办人不得审理。',
  ],
  ['nobody else', { steps: 'check', message: '承办人不得审理。' }, 'other', undefined],
])('bars %s', (_who, attributes, personId, said) =>
  expect(barOf(official(personId), row, checking(attributes), done)).toBe(said),
);
