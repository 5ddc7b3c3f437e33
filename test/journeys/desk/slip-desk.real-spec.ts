import type { Page } from 'playwright-core';
import { Desk, expectAccessible } from '../../harness/desk.js';
import { Product } from '../../harness/product.js';

const CONTENT = '经办人收受好处费，金额待核实。';

let product: Product;
let desk: Desk;
let finder: Page;
let office: Page;

beforeAll(async () => {
  product = await Product.start({ name: 'slip_desk' });
  desk = await Desk.open(product.baseUrl);
  finder = await desk.signedIn('v01-secretary');
  office = await desk.signedIn('jiwei-head');
}, 240_000);

afterAll(async () => {
  expect(desk.refused).toEqual([]);
  await desk?.close();
  await product?.stop();
}, 60_000);

describe('slips at the desk', () => {
  it('are sent with a number, and their content is in no draft and no list', async () => {
    await finder.getByRole('link', { name: '流转单' }).click();
    await finder.getByText('还没有收到流转单').waitFor();
    await finder.getByRole('button', { name: '发出流转单' }).click();
    const dialog = finder.getByRole('dialog');
    await dialog.getByRole('button', { name: '发出流转单' }).click();
    await dialog.getByText('还差：事由、密封内容').waitFor();
    await dialog.getByLabel('事由').fill('检查中发现的问题线索');
    await dialog.getByLabel('密封内容').fill(CONTENT);
    await expectAccessible(finder);
    await dialog.getByRole('button', { name: '发出流转单' }).click();
    await finder.getByText(/已发出，编号 清移〔\d{4}〕1 号/).waitFor();
    await finder.getByText('待签收').waitFor();
    await expectAccessible(finder);
    expect(await finder.content()).not.toContain(CONTENT);
    const kept = await finder.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }));
    expect(kept).not.toContain(CONTENT);
    expect(
      await product.query('SELECT content FROM form_draft UNION ALL SELECT content FROM start_draft'),
    ).toEqual([]);
  }, 120_000);

  it('are received before they are opened, by the office, which sees who opened them', async () => {
    await office.getByRole('link', { name: '流转单' }).click();
    await office.getByText('检查中发现的问题线索').waitFor();
    expect(await office.getByRole('button', { name: '拆看' }).count()).toBe(0);
    await office.getByRole('button', { name: '签收' }).click();
    await office.getByRole('button', { name: '拆看' }).click();
    const dialog = office.getByRole('dialog');
    await dialog.getByText(CONTENT).waitFor();
    await dialog.getByText('谁拆看过').waitFor();
    await expectAccessible(office);
    await dialog.getByRole('button', { name: '关闭' }).click();
    await dialog.waitFor({ state: 'hidden' });
    expect(await office.content()).not.toContain(CONTENT);
    await finder.reload();
    await finder.getByText('已签收').waitFor();
    expect(await finder.getByRole('button', { name: '拆看' }).count()).toBe(0);
  }, 120_000);
});

describe('letters at the desk', () => {
  it('are issued with a number, told, answered once, and can be had as a paper', async () => {
    await office.getByRole('link', { name: '函件' }).click();
    await office.getByRole('button', { name: '发函' }).click();
    const dialog = office.getByRole('dialog');
    await dialog.getByRole('button', { name: '发函' }).click();
    await dialog.getByText('还差：收函单位、事由、情况、要求').waitFor();
    await dialog.getByLabel('收函单位').fill('清溪村');
    await office.getByTitle('清溪村', { exact: true }).click();
    await dialog.getByLabel('事由').fill('三务公开');
    await dialog.getByLabel('情况').fill('六月的收支没有公开。');
    await dialog.getByLabel('要求').fill('补公开，并说明原因。');
    await expectAccessible(office);
    await dialog.getByRole('button', { name: '发函' }).click();
    await office.getByText(/已发出，编号 清提〔\d{4}〕1 号/).waitFor();
    await office.getByText('待答复', { exact: true }).waitFor();
    await expectAccessible(office);

    await finder.getByRole('link', { name: '函件' }).click();
    await finder.getByText('三务公开').waitFor();
    await finder.getByRole('button', { name: '答复' }).click();
    const letter = finder.getByRole('dialog');
    await letter.getByText('我们在工作中发现，你单位在三务公开方面存在以下情况：').waitFor();
    await letter.getByLabel('答复').fill('已补公开。');
    await expectAccessible(finder);
    await letter.getByRole('button', { name: '答复' }).click();
    await letter.waitFor({ state: 'hidden' });
    await finder.getByText('已答复', { exact: true }).waitFor();
    await finder.getByRole('button', { name: '查看' }).click();
    const download = finder.waitForEvent('download');
    await finder.getByRole('link', { name: '下载正式文书' }).click();
    expect((await download).suggestedFilename()).toMatch(/^清提〔\d{4}〕1 号\.pdf$/);
  }, 120_000);
});
