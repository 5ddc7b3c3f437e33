import { Person } from '@wuqing/dev-runtime/drive';
import { DEMO_PASSWORD } from '@wuqing/dev-runtime/seed';
import { addCalendarDays, localDate, type WorkingCalendar } from '@wuqing/working-calendar';
import { Product } from '../harness/product.js';

interface CaseShown {
  readonly tasks: readonly { readonly id: string; readonly elementId: string; readonly rowVersion: number }[];
}

/** A Monday, two days of work before the term of `check` would end. */
const STARTED_ON = localDate('2026-11-02');

describe('a calendar that is loaded while a case runs', () => {
  let product: Product;
  let clerk: Person;

  beforeAll(async () => {
    product = await Product.start({ name: 'calendar_version' });
    clerk = await Person.signIn(product.baseUrl, 'v01-clerk', DEMO_PASSWORD);
  }, 180_000);

  afterAll(async () => {
    await product?.stop();
  }, 60_000);

  async function start(): Promise<string> {
    const { body } = await clerk.post<{ case: { id: string } }>('/api/cases', {
      processKey: 'two-user-tasks',
      unitId: clerk.me.positions[0]!.unitId,
      title: '村口路灯报修',
      startAt: `${STARTED_ON}T09:00:00+08:00`,
    });
    return body.case.id;
  }

  async function register(caseId: string): Promise<void> {
    const [task] = (await clerk.get<CaseShown>(`/api/cases/${caseId}`)).tasks;
    await clerk.post(`/api/user-tasks/${task!.id}/completion`, {
      rowVersion: task!.rowVersion,
      submission: { title: '村口路灯报修', note: '不亮' },
    });
  }

  const dueOf = async (caseId: string) =>
    (
      await product.query<{ due: string }>(
        `SELECT due_on::text AS due FROM service_level_clock WHERE case_id = $1 AND element_id = 'check'`,
        [caseId],
      )
    )[0]?.due;

  it('counts for the next command of every case', async () => {
    const before = await start();
    const running = await start();
    await register(before);
    expect(await dueOf(before)).toBe('2026-11-05');

    const [calendar] = await product.query<{ content: WorkingCalendar }>(
      'SELECT content FROM calendar_version WHERE version = 1',
    );
    const offDays = [
      ...calendar!.content.offDays,
      addCalendarDays(STARTED_ON, 1),
      addCalendarDays(STARTED_ON, 2),
    ];
    await product.query(
      `INSERT INTO calendar_version (version, content, source, loaded_at) VALUES (2, $1, 'test', now())`,
      [JSON.stringify({ ...calendar!.content, offDays })],
    );
    await register(running);
    expect(await dueOf(running)).toBe('2026-11-09');
    expect(
      await product.query(
        `SELECT DISTINCT body -> 'calendarVersion' AS version FROM command WHERE case_id = $1 ORDER BY 1`,
        [running],
      ),
    ).toEqual([{ version: 1 }, { version: 2 }]);
  }, 60_000);
});
