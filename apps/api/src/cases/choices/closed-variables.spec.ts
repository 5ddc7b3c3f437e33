import { end, path, processOf, start, userTask } from '@wuqing/testing';
import { closedVariables } from './closed-variables.js';

describe('variables that tell of a closed step', () => {
  const process = processOf('p', [
    start('s'),
    userTask('open', { formKey: 'open' }),
    userTask('closed', { formKey: 'closed' }),
    end('e'),
    ...path('s', 'open', 'closed', 'e'),
  ]);
  const formOf = (key: string, ...names: string[]) => ({
    key,
    schema: { properties: Object.fromEntries(names.map((name) => [name, {}])) },
  });
  const forms = [formOf('open', 'title', 'both'), formOf('closed', 'upheld', 'both')];

  it('are those that no open step writes', () => {
    expect([...closedVariables(process, forms, (id) => id !== 'closed')]).toEqual(['upheld']);
  });

  it('are none for whoever knows of all', () => {
    expect([...closedVariables(process, forms, () => true)]).toEqual([]);
  });
});
