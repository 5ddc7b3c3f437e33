import { checkForm, fieldsOf, kindOf, levelOfField, readerLevels, type FieldKind } from '@wuqing/forms';
import type { JsonObject } from '@wuqing/kernel';
import type { KindReading } from './kind-reading.js';
import { formOfKind, type LedgerKind } from './ledger-kind.js';

/** A key must be one value that people can read out. */
const keyKinds: readonly FieldKind[] = ['text', 'number', 'money', 'date', 'choice', 'person', 'village'];

/** Files belong to a case, and the roll to a meeting: a row names the case where they are. */
const foreignKinds: readonly (FieldKind | null)[] = ['file', 'photo', 'signature', 'roll', 'file-names'];

/** What the parts of a kind say about each other. */
export function checkFields(kind: LedgerKind, reading: KindReading): void {
  const problems = checkForm(formOfKind(kind));
  for (const problem of problems) reading.find('/schema', `字段不合表单的规则：${problem}`);
  if (problems.length > 0) return;
  const { schema } = kind;
  checkKinds(schema, reading);
  checkUnique(kind, reading);
  checkValidity(kind, reading);
  checkSearch(kind, reading);
  checkLooks(kind, reading);
  if (kind.unconfirmed && kind.handEdit && !kind.handEdit.confirm)
    reading.find('/handEdit/confirm', '待镇确认的台账，手工登记须由另一人确认，请写明谁来确认。');
  if (kind.schema['additionalProperties'] !== false)
    reading.find('/schema/additionalProperties', '应为 false，没有的字段不能写入。');
}

function checkKinds(schema: JsonObject, reading: KindReading): void {
  for (const [name, field] of Object.entries(fieldsOf(schema, schema)))
    if (foreignKinds.includes(kindOf(field, schema)))
      reading.find(
        `/schema/properties/${name}`,
        '附件和会议名册留在事项中，台账登记事项即可，不能作为字段。',
      );
}

function checkUnique({ schema, unique }: LedgerKind, reading: KindReading): void {
  const required = Array.isArray(schema['required']) ? schema['required'] : [];
  const fields = fieldsOf(schema, schema);
  for (const [at, name] of unique.fields.entries()) {
    const path = `/unique/fields/${at}`;
    const kind = fields[name] && kindOf(fields[name], schema);
    if (!kind) reading.find(path, `字段中没有「${name}」。`);
    else if (!keyKinds.includes(kind))
      reading.find(path, `「${name}」不是单一的文字、数字、日期或者选项，不能作为编号。`);
    else if (!required.includes(name)) reading.find(path, `「${name}」是编号的一部分，应为必填。`);
  }
}

function checkValidity({ schema, validity }: LedgerKind, reading: KindReading): void {
  const fields = fieldsOf(schema, schema);
  for (const [part, name] of Object.entries(validity ?? {}))
    if (!fields[name] || kindOf(fields[name], schema) !== 'date')
      reading.find(`/validity/${part}`, `「${name}」应为日期字段。`);
}

/** A search must tell nobody what stands in a field that he may not read. */
function checkSearch(kind: LedgerKind, reading: KindReading): void {
  const { schema, search, readers } = kind;
  const fields = fieldsOf(schema, schema);
  for (const [at, name] of search.entries()) {
    const path = `/search/${at}`;
    const fieldKind = fields[name] && kindOf(fields[name], schema);
    if (fieldKind !== 'text' && fieldKind !== 'long-text')
      reading.find(path, `「${name}」应为文字字段，才能用来查找。`);
    else if (
      readerLevels.indexOf(levelOfField(kind, name)) > readerLevels.indexOf(readers.rows) ||
      fields[name]?.['x-mask'] !== undefined
    )
      reading.find(path, `「${name}」不是每个能看这一行的人都能看的，不能用来查找。`);
  }
}

/** What only named persons may read is never read unseen. */
function checkLooks(kind: LedgerKind, reading: KindReading): void {
  const names = Object.keys(fieldsOf(kind.schema, kind.schema));
  const isNamed = kind.readers.rows === 'N' || names.some((name) => levelOfField(kind, name) === 'N');
  if (isNamed && !kind.looks) reading.find('/looks', '有限定知情人员的内容，每次查看都要登记，应为 true。');
}
