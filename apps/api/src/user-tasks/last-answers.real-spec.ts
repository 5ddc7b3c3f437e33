import { ApiUnderTest } from '../testing/api-under-test.js';
import { PROCESS_KEY, units } from '../testing/village-fixture.js';
import type { Visitor } from '../testing/visitor.js';

let api: ApiUnderTest;
let everybody: Awaited<ReturnType<ApiUnderTest['everybody']>>;

beforeAll(async () => {
  api = await ApiUnderTest.start('last_answers');
  await api.query(
    `UPDATE form_version SET ui = ui::jsonb || '{"prefill": {"note": "last/two-user-tasks-register/note"}}'
     WHERE key = 'two-user-tasks-register'`,
  );
  everybody = await api.everybody();
});

afterAll(() => api.stop());

/** A case that is begun in the village; with `note` its first step is done. Answers what that step began with. */
async function begun(visitor: Visitor, unitId: string, note?: string): Promise<{ note?: string }> {
  api.now += 60_000;
  const started = await visitor.post('/api/cases', { processKey: PROCESS_KEY, unitId, title: '修路' });
  const { body } = await visitor.get(`/api/cases/${started.body.case.id}`);
  const [task] = body.tasks as { id: string; rowVersion: number }[];
  const { prefill } = (await visitor.get(`/api/user-tasks/${task!.id}`)).body as {
    prefill: { note?: string };
  };
  if (note !== undefined) {
    const submission = { title: '修路', note };
    const { rowVersion } = task!;
    const done = await visitor.post(`/api/user-tasks/${task!.id}/completion`, { rowVersion, submission });
    expect(done.status).toBe(200);
  }
  return prefill;
}

describe('what a form is begun with of other cases', () => {
  it('is nothing where there was none, and then what the village answered last', async () => {
    const { clerk } = everybody;
    expect(await begun(clerk, units.village, '从前的')).toEqual({});
    expect(await begun(clerk, units.village, '上次的')).toEqual({ note: '从前的' });
    expect(await begun(clerk, units.village)).toEqual({ note: '上次的' });
    // The latest case has not answered yet: the one before it has.
    expect(await begun(clerk, units.village)).toEqual({ note: '上次的' });
  });

  it('is nothing of another village', async () => {
    const { otherClerk, clerk } = everybody;
    expect(await begun(otherClerk, units.otherVillage, '别村的')).toEqual({});
    expect(await begun(otherClerk, units.otherVillage)).toEqual({ note: '别村的' });
    expect(await begun(clerk, units.village)).toEqual({ note: '上次的' });
  });
});
