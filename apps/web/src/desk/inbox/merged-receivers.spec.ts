import { mergedReceivers } from './merged-receivers.js';

const one = (id: string, ...taskIds: string[]) => ({
  id,
  name: id,
  initials: id,
  unitName: '柳河村',
  taskIds,
});

it.each([
  [[], []],
  [[[one('a', '1')]], [one('a', '1')]],
  [
    [[one('a', '1'), one('b', '1')], [one('b', '2')]],
    [one('b', '1', '2'), one('a', '1')],
  ],
])('%j: %j', (portions, merged) => expect(mergedReceivers(portions)).toEqual(merged));
