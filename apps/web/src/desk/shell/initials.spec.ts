import { matches } from './initials.js';

it.each([
  ['村北排水沟清淤', 'psg', true],
  ['村北排水沟清淤', '排水', true],
  ['待办', 'DB', true],
  ['待办', 'yj', false],
  ['待办', '', true],
])('%s is found by %s: %s', (name, text, isFound) => expect(matches(name, text)).toBe(isFound));
