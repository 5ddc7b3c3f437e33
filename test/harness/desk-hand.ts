import type { Json } from '@wuqing/kernel';
import { labelOf, marksOf, methodOf, votesOf, type Entry, type Hand, type Write } from './fill-form.js';
import { arrived, namesOf, sign, type, typeLines, typeMoney } from './hands.js';

const typeDay: Write = async ({ control, value }) => {
  await control.fill(String(value));
  await control.press('Enter');
};

const typeNames: Write = async ({ control, value }) => {
  for (const name of value as readonly string[]) {
    await control.fill(name);
    await control.press('Enter');
  }
};

/** By the name that somebody types, as the list then offers it. */
const pick: Write = async ({ control, value, page }) => {
  for (const name of namesOf(value)) {
    await control.fill(name);
    await page.getByTitle(name, { exact: true }).first().click();
  }
};

const choose: Write = async ({ control, field, schema, value, page }) => {
  const label = labelOf(schema, value);
  if ((await control.getAttribute('role')) !== 'combobox')
    return field.getByText(label, { exact: true }).click();
  await control.click();
  await page.getByTitle(label, { exact: true }).click();
};

const chooseMany: Write = async (entry) => {
  const { control, field, schema, value } = entry;
  const labels = (value as readonly Json[]).map((one) => labelOf(schema['items'] as never, one));
  for (const label of labels) {
    if ((await control.count()) === 0) await field.getByRole('checkbox', { name: label }).check();
    else {
      await control.fill(label);
      await control.press('Enter');
    }
  }
};

const sayYesOrNo: Write = ({ field, value }) => field.getByText(value ? '是' : '否', { exact: true }).click();

const pickFiles: Write = async ({ control, field, papers }) => {
  await control.setInputFiles([...papers]);
  await arrived(field, papers.length);
};

const signHere: Write = async ({ control, field, page }) => {
  await sign(page, control);
  await field.getByText('已上传').waitFor();
};

const callRoll: Write = async (entry: Entry) => {
  const { control } = entry;
  await control.getByText(methodOf(entry), { exact: true }).click();
  for (const { row, mark } of marksOf(entry))
    await control.locator('tbody tr').nth(row).locator(`button[aria-label$=" ${mark}"]`).click();
  for (const [label, count] of votesOf(entry)) await control.getByLabel(label).fill(String(count));
};

/** A person at the desk, with keyboard and mouse. */
export const deskHand: Hand = {
  // Kinds that bring their own label stand in no field of the kit's.
  fieldOf: (page, key) =>
    page.locator(`.fld[data-field="${key}"], .files[aria-labelledby="field-${key}-label"]`),
  kinds: {
    text: type,
    'long-text': type,
    person: pick,
    people: pick,
    number: type,
    money: typeMoney,
    date: typeDay,
    texts: typeLines,
    'people-names': typeNames,
    choice: choose,
    choices: chooseMany,
    'yes-no': sayYesOrNo,
    file: pickFiles,
    photo: pickFiles,
    signature: signHere,
    roll: callRoll,
  },
};
