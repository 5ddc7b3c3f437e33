import { stateWords } from '../words/state.words.js';
import { ApiProblem } from './problem.js';
import { followed } from './use-command.js';

const problem = (status: number) => new ApiProblem({ title: '不行', status });

describe('a command that is followed', () => {
  it('stands as the server says', async () =>
    expect(await followed(Promise.resolve({ status: 'rejected', problem: '已办结' }))).toEqual({
      status: 'rejected',
      problem: '已办结',
    }));

  it('is over at once where the server knows of it no more, with what to do', async () =>
    expect(await followed(Promise.reject(problem(404)))).toEqual({
      status: 'unknown',
      problem: stateWords.noRecord,
    }));

  it.each([0, 401, 429, 500, 503])('is asked for again after %s', (status) =>
    expect(followed(Promise.reject(problem(status)))).rejects.toMatchObject({ status }),
  );
});
