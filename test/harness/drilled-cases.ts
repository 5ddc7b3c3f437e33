import { Person, type Answer } from '@wuqing/dev-runtime/drive';
import { DEMO_PASSWORD } from '@wuqing/dev-runtime/seed';
import { callActivity, catchEvent, sequenceOf, userTask } from '@wuqing/testing';
import { expectAgreement } from './case-story.js';
import type { Product } from './product.js';
import { publishProcess } from './publish.js';
import { postForSure } from './steadfast.js';
import { until } from './until.js';

const clerks = { candidateGroups: '"village-clerk"' };
const DAY_MS = 24 * 3_600_000;
const WITHIN_MS = 60_000;

const PROCESSES = [
  sequenceOf('inner', [userTask('inside', clerks)]),
  sequenceOf('drill-plain', [userTask('first', clerks), userTask('second', clerks)]),
  sequenceOf('drill-timer', [
    userTask('first', clerks),
    catchEvent('a-day', { duration: '"P1D"' }),
    userTask('second', clerks),
  ]),
  sequenceOf('drill-call', [
    userTask('first', clerks),
    callActivity('call', 'inner'),
    userTask('second', clerks),
  ]),
  sequenceOf('drill-message', [
    userTask('first', clerks),
    catchEvent('wait', { message: 'objection', correlationKey: 'caseId' }),
    userTask('second', clerks),
  ]),
];

export const publishDrill = async (product: Product): Promise<void> => {
  for (const process of PROCESSES) await publishProcess(product, { ...process, reads: ['caseId'] });
};

interface Shown {
  readonly status: string;
  readonly tasks: readonly { readonly id: string; readonly rowVersion: number; readonly elementId: string }[];
  readonly children: readonly { readonly id: string; readonly status: string }[];
}

/** Cases of every kind of waiting, and what brings each to its end; the people are those of one product. */
export class DrilledCases {
  private constructor(
    private readonly product: Product,
    private readonly clerk: Person,
    private readonly head: Person,
    readonly admin: Person,
  ) {}

  static async of(product: Product): Promise<DrilledCases> {
    const [clerk, head, admin] = await Promise.all(
      ['v01-clerk', 'town-head', 'admin'].map((login) =>
        Person.signIn(product.baseUrl, login, DEMO_PASSWORD),
      ),
    );
    return new DrilledCases(product, clerk!, head!, admin!);
  }

  /** A case that has done its first step. */
  async begun(processKey: string): Promise<string> {
    const body = { processKey, unitId: this.clerk.me.positions[0]!.unitId, title: '演练' };
    const { body: answer } = await this.clerk.post<{ case: { id: string } }>('/api/cases', body);
    await this.complete(answer.case.id);
    return answer.case.id;
  }

  shown(id: string): Promise<Shown> {
    return this.clerk.get<Shown>(`/api/cases/${id}`);
  }

  async complete(id: string): Promise<void> {
    const task = await until(WITHIN_MS, async () => (await this.shown(id)).tasks[0]);
    const body = { rowVersion: task.rowVersion, submission: {} };
    const answer = await postForSure(this.clerk, `/api/user-tasks/${task.id}/completion`, body);
    expect([id, answer.status]).toEqual([id, 200]);
  }

  async suspend(id: string, act: 'suspension' | 'resumption'): Promise<void> {
    const answer: Answer<unknown> = await postForSure(this.head, `/api/cases/${id}/${act}`, {
      reason: '演练',
    });
    expect(answer.status).toBe(200);
  }

  object(id: string): Promise<Answer<unknown>> {
    return postForSure(this.clerk, `/api/cases/${id}/messages`, { name: 'objection' });
  }

  /** A day and an hour later, in the case's own time. */
  async nextDay(id: string): Promise<void> {
    const [row] = await this.product.query<{ offset: number }>(
      'SELECT clock_offset_ms::float8 AS offset FROM process_instance WHERE id = $1',
      [id],
    );
    await this.product.fastForward(id, Date.now() + row!.offset + DAY_MS + 3_600_000);
  }

  async callee(id: string): Promise<string> {
    return until(WITHIN_MS, async () => (await this.shown(id)).children[0]?.id);
  }

  /** Where its one open step is; undefined where it has none. */
  async stands(id: string): Promise<string | undefined> {
    return (await this.shown(id)).tasks[0]?.elementId;
  }

  /** Its last step is done, and journal, rows and workflow agree. */
  async end(id: string): Promise<void> {
    await until(WITHIN_MS, async () => ((await this.stands(id)) === 'second' ? true : undefined));
    await this.complete(id);
    expect((await this.shown(id)).status).toBe('completed');
    await expectAgreement(this.product, id);
  }
}
