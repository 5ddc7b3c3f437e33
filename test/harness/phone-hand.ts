import type { Json } from '@wuqing/kernel';
import { labelOf, marksOf, methodOf, votesOf, type Entry, type Hand, type Write } from './fill-form.js';
import { arrived, namesOf, sign, type, typeLines, typeMoney } from './hands.js';

const choose: Write = async ({ control, field, value }) => {
  const segment = field.locator(`[data-value="${String(value)}"]`);
  if ((await segment.count()) > 0) await segment.tap();
  else await control.selectOption(String(value));
};

/** In the list that comes up over the form. */
const pick: Write = async ({ control, value, page }) => {
  for (const name of namesOf(value)) {
    await control.tap();
    const sheet = page.getByRole('dialog');
    await sheet.getByRole('searchbox').fill(name);
    await sheet.locator('.ph-check').first().tap();
    if (Array.isArray(value)) await sheet.getByRole('button', { name: '关闭' }).tap();
  }
};

const chooseMany: Write = async ({ field, schema, value }) => {
  for (const one of value as readonly Json[])
    await field.getByLabel(labelOf(schema['items'] as never, one), { exact: true }).check();
};

const sayYesOrNo: Write = ({ field, value }) => field.locator(`[data-value="${value ? 'yes' : 'no'}"]`).tap();

/** From the album or from the phone's files: the last of the ways that the field offers. */
const pickFiles: Write = async ({ field, papers }) => {
  await field
    .locator('input[type=file]')
    .last()
    .setInputFiles([...papers]);
  await arrived(field, papers.length);
};

const signHere: Write = async ({ control, field, page }) => {
  await sign(page, control);
  await field.getByRole('button', { name: '重签' }).waitFor();
};

const callRoll: Write = async (entry: Entry) => {
  const { field } = entry;
  await field.locator(`[data-value="${methodOf(entry)}"]`).tap();
  const marks = marksOf(entry);
  if (marks.filter(({ mark }) => mark === '到会').length > marks.length / 2)
    await field.getByRole('button', { name: '全部到会' }).tap();
  for (const { row, mark } of marks) {
    const choice = field.locator('.ph-p').nth(row).locator(`[data-value="${mark}"]`);
    if ((await choice.getAttribute('aria-checked')) !== 'true') await choice.tap();
  }
  for (const [label, count] of votesOf(entry)) await field.getByLabel(label).fill(String(count));
};

/** A person with a phone in his hand. */
export const phoneHand: Hand = {
  fieldOf: (page, key) => page.locator(`.fld[data-field="${key}"]`),
  kinds: {
    text: type,
    'long-text': type,
    person: pick,
    people: pick,
    number: type,
    money: typeMoney,
    date: type,
    texts: typeLines,
    'people-names': typeLines,
    choice: choose,
    choices: chooseMany,
    'yes-no': sayYesOrNo,
    file: pickFiles,
    photo: pickFiles,
    signature: signHere,
    roll: callRoll,
  },
};
