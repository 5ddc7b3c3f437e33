import { Person, type CaseDetailShown } from '@wuqing/dev-runtime/drive';
import { DEMO_PASSWORD } from '@wuqing/dev-runtime/seed';
import { required } from '@wuqing/kernel';
import { Product } from '../harness/product.js';

interface Onward {
  readonly onward: { readonly elementId: string; readonly name: string } | null;
}

describe('where a step leads', () => {
  let product: Product;
  let clerk: Person;
  let taskId: string;

  beforeAll(async () => {
    product = await Product.start({ name: 'onward' });
    clerk = await Person.signIn(product.baseUrl, 'jiwei-clerk', DEMO_PASSWORD);
    const village = await Person.signIn(product.baseUrl, 'v01-clerk', DEMO_PASSWORD);
    const body = { processKey: 'dual-check', unitId: village.me.positions[0]!.unitId, title: '检举控告件' };
    const { id } = (await clerk.post<{ case: { id: string } }>('/api/cases', body)).body.case;
    const { tasks } = await clerk.get<CaseDetailShown>(`/api/cases/${id}`);
    taskId = required(tasks[0], 'a step').id;
  }, 180_000);

  afterAll(() => product?.stop(), 60_000);

  const preview = async (submission: object): Promise<Onward['onward']> =>
    (await clerk.post<Onward>(`/api/user-tasks/${taskId}/preview`, { submission })).body.onward;

  it('is not said before the step has chosen it', async () => {
    expect((await clerk.get<Onward>(`/api/user-tasks/${taskId}`)).onward).toBeNull();
    expect(await preview({})).toBeNull();
    expect(await preview({ level: '上级' })).toBeNull();
  });

  it('is what the engine would do with what is filled in', async () => {
    const said = { receivedOn: '2026-09-24', from: '群众' };
    expect(await preview({ ...said, level: '上级' })).toMatchObject({ elementId: 'send-up' });
    expect(await preview({ ...said, level: '本级' })).toMatchObject({ elementId: 'register-report' });
  });
});
