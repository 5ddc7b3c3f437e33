import { Desk } from '../harness/desk.js';
import { Product } from '../harness/product.js';

const MARKER = '甲乙丙丁不应出现在历史里';

/** The walking skeleton: from the click in the browser through API, Temporal, engine and PostgreSQL and back. */
describe('a case of two user tasks, in the browser', () => {
  let product: Product;
  let desk: Desk;

  beforeAll(async () => {
    product = await Product.start({ name: 'skeleton' });
    desk = await Desk.open(product.baseUrl);
  }, 180_000);

  afterAll(async () => {
    await desk?.close();
    await product?.stop();
  }, 60_000);

  it('is started, registered, checked and closed', async () => {
    const clerk = await desk.signedIn('v01-clerk');
    await clerk.getByRole('link', { name: '发起事项' }).first().click();
    await clerk.getByRole('combobox', { name: '规程' }).click();
    await clerk.locator('.ant-select-item-option').filter({ hasText: '登记与核对' }).click();
    await clerk.getByLabel('事项名称').fill('村口路灯报修');
    await clerk.getByRole('button', { name: '发起事项' }).click();
    // What comes first is the starter's own step, and its form is there at once.
    await clerk.getByRole('link', { name: '村口路灯报修' }).first().waitFor();
    await clerk.getByLabel(/事项名称/).fill('村口路灯报修');
    await clerk.getByLabel('情况说明').fill(MARKER);
    await clerk.getByRole('button', { name: /^提交/ }).click();
    await clerk.getByText('核对').first().waitFor();

    const director = await desk.signedIn('v01-director');
    await director.getByRole('link', { name: /村口路灯报修/ }).click();
    await director.getByRole('button', { name: /^提交/ }).click();
    await director
      .getByText(/请填写|必填|需要修改/)
      .first()
      .waitFor();
    await director.locator('.ant-radio-button-wrapper').filter({ hasText: /^是$/ }).click();
    await director.getByLabel(/核对意见/).fill('属实');
    await director.getByRole('button', { name: /^提交/ }).click();
    await director.getByText('已办结').first().waitFor();

    const [row] = await product.query<{ status: string; entries: number; head: string }>(
      'SELECT status, journal_position AS entries, audit_head AS head FROM process_instance',
    );
    expect(row).toMatchObject({ status: 'completed', entries: 3 });
  }, 120_000);

  it('leaves no word of a form in Temporal’s histories', async () => {
    const [{ id }] = (await product.query<{ id: string }>('SELECT id FROM process_instance')) as [
      { id: string },
    ];
    const history = await product.client.workflow.getHandle(`case-${id}`).fetchHistory();
    const bytes = Buffer.from(
      JSON.stringify(history, (_key, value: unknown) =>
        value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value,
      ),
    );
    expect(history.events?.length).toBeGreaterThan(5);
    expect(bytes.toString('utf8')).not.toContain(MARKER);
    expect(bytes.toString('utf8')).not.toContain(Buffer.from(MARKER).toString('latin1'));
    expect(bytes.toString('utf8')).not.toContain('村口路灯');
    const [stored] = await product.query<{ note: string }>(
      `SELECT data ->> 'note' AS note FROM submission WHERE data ? 'note'`,
    );
    expect(stored?.note).toBe(MARKER);
  });
});
