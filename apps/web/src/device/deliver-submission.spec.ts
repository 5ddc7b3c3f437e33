import { ApiProblem } from '../client/problem.js';
import { deliver, deliverAll, type DeliveryDoors } from './deliver-submission.js';
import type { DeviceFile, QueuedSubmission } from './device-rows.js';

const queued = (id: string, submission = {}): QueuedSubmission => ({
  id,
  personId: 'p',
  taskId: `task-${id}`,
  caseId: 'c',
  caseTitle: '修路',
  stepName: '登记',
  rowVersion: 1,
  submission,
  queuedAt: `2026-11-29T00:00:0${id}.000Z`,
  state: 'waiting',
});
const problem = (status: number) => new ApiProblem({ title: '不行', status });

/** A device, and a server that takes what comes under one key once. */
function world(...rows: QueuedSubmission[]) {
  const kept = new Map(rows.map((row) => [row.id, row]));
  const taken = new Map<string, string>();
  const files: DeviceFile[] = [];
  const failures: ApiProblem[] = [];
  const forgotten: string[] = [];
  /** What the server says of what it has in line; without it nothing is put in line. */
  const line: { outcome?: { status: string; problem?: string } } = {};
  const doors: DeliveryDoors = {
    waiting: async () =>
      [...kept.values()].filter(({ state }) => state === 'waiting' || state === 'received'),
    keep: async (row) => kept.set(row.id, row),
    filesOf: async () => files,
    sendFile: async ({ id }) => ({ id: `arrived-${id}`, sha256: 'b' }),
    submit: async ({ id, submission }) => {
      const body = JSON.stringify(submission);
      const before = taken.get(id);
      if (before !== undefined && before !== body) throw problem(422);
      taken.set(id, body);
      const failure = failures.shift();
      if (failure) throw failure;
      return line.outcome && `/api/commands/${id}`;
    },
    outcome: async () => line.outcome!,
    forget: async (taskId) => forgotten.push(taskId),
    now: () => new Date('2026-11-29T01:00:00.000Z'),
  };
  return { kept, taken, files, failures, forgotten, line, doors };
}

describe('what waits for the network', () => {
  it('goes in its order, each once, and leaves nothing of its draft behind', async () => {
    const { doors, kept, taken, forgotten } = world(queued('1'), queued('2'), queued('3'));
    await deliverAll(doors);
    await deliverAll(doors);
    expect([...taken.keys()]).toEqual(['1', '2', '3']);
    expect([...kept.values()].map(({ state }) => state)).toEqual(['sent', 'sent', 'sent']);
    expect(forgotten).toEqual(['task-1', 'task-2', 'task-3']);
  });

  it('that was taken while the answer was lost is sent again as it was', async () => {
    const file: DeviceFile = {
      id: 'f',
      personId: 'p',
      taskId: 'task-1',
      field: 'x',
      name: 'x',
      blob: new Blob(),
    };
    const { doors, kept, taken, files, failures } = world(queued('1', { x: [{ id: 'f', sha256: 'a' }] }));
    files.push(file);
    failures.push(problem(0));
    expect((await deliver(kept.get('1')!, doors)).state).toBe('waiting');
    expect((await deliver(kept.get('1')!, doors)).state).toBe('sent');
    expect(taken).toEqual(new Map([['1', '{"x":[{"id":"arrived-f","sha256":"b"}]}']]));
  });

  it.each([0, 401, 408, 429, 500, 503])('waits on after %i, and holds no other up', async (status) => {
    const { doors, failures, kept } = world(queued('1'), queued('2'));
    failures.push(problem(status));
    await deliverAll(doors);
    expect([kept.get('1')!.state, kept.get('2')!.state]).toEqual(['waiting', 'sent']);
  });

  it('says that somebody has to sign in, and no longer once it is the network that lacks', async () => {
    const { doors, failures, kept } = world(queued('1', { note: '同意' }));
    const ended = new ApiProblem({ title: '未登录', status: 401, type: 'urn:wuqing:problem:not-signed-in' });
    failures.push(ended, ended, problem(0));
    for (const waits of [true, true, undefined]) {
      expect((await deliver(kept.get('1')!, doors)).waitsForSignIn).toBe(waits);
      expect(kept.get('1')).toMatchObject({ state: 'waiting', submission: { note: '同意' } });
      expect(kept.get('1')!.waitsForSignIn).toBe(waits);
    }
    expect((await deliver(kept.get('1')!, doors)).state).toBe('sent');
  });

  it('keeps the files’ places as they went out where it has to wait for a sign-in', async () => {
    const { doors, failures, files, kept } = world(queued('1', { x: [{ id: 'f', sha256: 'a' }] }));
    files.push({ id: 'f', personId: 'p', taskId: 'task-1', field: 'x', name: 'x', blob: new Blob() });
    failures.push(new ApiProblem({ title: '未登录', status: 401, type: 'urn:wuqing:problem:not-signed-in' }));
    await deliver(kept.get('1')!, doors);
    expect(kept.get('1')!.submission).toEqual({ x: [{ id: 'arrived-f', sha256: 'b' }] });
  });

  it.each([403, 404, 409, 422])(
    'is told as refused after %i, with the reason, and is sent no more',
    async (status) => {
      const { doors, failures, kept, taken } = world(queued('1'));
      failures.push(problem(status));
      await deliverAll(doors);
      await deliverAll(doors);
      expect(kept.get('1')).toMatchObject({ state: 'refused', refusal: { message: '不行' } });
      expect(taken.size).toBe(1);
    },
  );

  it('that the server has in line is followed until it is done, and its draft stays so long', async () => {
    const { doors, kept, line, taken, forgotten } = world(queued('1'));
    line.outcome = { status: 'pending' };
    await deliverAll(doors);
    await deliverAll(doors);
    expect([kept.get('1')!.state, taken.size, forgotten]).toEqual(['received', 1, []]);
    line.outcome = { status: 'accepted' };
    await deliverAll(doors);
    expect([kept.get('1')!.state, forgotten]).toEqual(['sent', ['task-1']]);
  });

  it('that was refused in line is told with the reason, and its draft stays', async () => {
    const { doors, kept, line, forgotten } = world(queued('1'));
    line.outcome = { status: 'pending' };
    await deliverAll(doors);
    line.outcome = { status: 'rejected', problem: '未满法定日数。' };
    await deliverAll(doors);
    expect(kept.get('1')).toMatchObject({ state: 'refused', refusal: { message: '未满法定日数。' } });
    expect(forgotten).toEqual([]);
  });

  it('in line stays in line while nobody can be asked', async () => {
    const { doors, kept, line } = world(queued('1'));
    line.outcome = { status: 'pending' };
    await deliverAll(doors);
    await deliverAll({ ...doors, outcome: () => Promise.reject(problem(0)) });
    expect(kept.get('1')!.state).toBe('received');
  });

  it('of which the server knows no more goes again as it was, under its key', async () => {
    const { doors, kept, line, taken } = world(queued('1', { note: '同意' }));
    line.outcome = { status: 'pending' };
    await deliverAll(doors);
    delete line.outcome;
    await deliverAll({ ...doors, outcome: () => Promise.reject(problem(404)) });
    expect(kept.get('1')!.state).toBe('sent');
    expect(taken).toEqual(new Map([['1', '{"note":"同意"}']]));
  });

  it('of which nobody may know any more is refused, and not followed for ever', async () => {
    const { doors, kept, line, failures } = world(queued('1'));
    line.outcome = { status: 'pending' };
    await deliverAll(doors);
    failures.push(problem(404));
    await deliverAll({ ...doors, outcome: () => Promise.reject(problem(404)) });
    expect(kept.get('1')!.state).toBe('refused');
  });

  it('waits where a photo does not arrive', async () => {
    const { doors, files, taken, kept } = world(queued('1', { x: [{ id: 'f', sha256: 'a' }] }));
    files.push({ id: 'f', personId: 'p', taskId: 'task-1', field: 'x', name: 'x', blob: new Blob() });
    const failing = { ...doors, sendFile: () => Promise.reject(new Error('没有传上去')) };
    await deliverAll(failing);
    expect([kept.get('1')!.state, taken.size]).toEqual(['waiting', 0]);
  });
});
