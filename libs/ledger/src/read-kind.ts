import type { ReaderLevel } from '@wuqing/forms';
import { readerLevels } from '@wuqing/forms';
import { err, ok, type Json, type JsonObject, type Result } from '@wuqing/kernel';
import {
  isOfficeCode,
  parseCandidateReference,
  type CandidateReference,
  type OfficeCode,
} from '@wuqing/organization';
import { checkFields } from './check-fields.js';
import { KindReading, isObject } from './kind-reading.js';
import type { HandEdit, KindFinding, LedgerKind, LedgerState, Retention, UniqueRule } from './ledger-kind.js';

const KEY = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const KEY_LENGTH_MAX = 64;

const members = [
  'key',
  'version',
  'title',
  'basis',
  'unconfirmed',
  'unitKind',
  'schema',
  'ui',
  'unique',
  'states',
  'validity',
  'readers',
  'search',
  'looks',
  'retention',
  'handEdit',
];

/** A kind from its file, or everything that is wrong with it. Takes any JSON. */
export function readKind(json: Json): Result<LedgerKind, readonly KindFinding[]> {
  const reading = new KindReading();
  const file = reading.object(json, '', members);
  const kind = kindIn(file, reading);
  checkFields(kind, reading);
  return reading.findings.length === 0 ? ok(kind) : err(reading.findings);
}

function kindIn(file: JsonObject, reading: KindReading): LedgerKind {
  const { basis, ui, validity, handEdit } = file;
  return {
    key: keyIn(file['key'], '/key', reading),
    version: reading.whole(file['version'], '/version', 1, 10_000),
    title: reading.text(file['title'], '/title', '台账名称'),
    ...(basis !== undefined && { basis: reading.text(basis, '/basis', '依据') }),
    unconfirmed: reading.flag(file['unconfirmed'], '/unconfirmed', '是否待镇确认'),
    unitKind: reading.oneOf(file['unitKind'], '/unitKind', ['village', 'town']),
    schema: isObject(file['schema']) ? file['schema'] : {},
    ...(isObject(ui) && { ui }),
    unique: uniqueIn(file['unique'], reading),
    states: statesIn(file['states'], reading),
    ...(validity !== undefined && { validity: validityIn(validity, reading) }),
    readers: readersIn(file['readers'], reading),
    search: reading.texts(file['search'], '/search', 0),
    looks: reading.flag(file['looks'], '/looks', '是否登记查看'),
    retention: retentionIn(file['retention'], reading),
    ...(handEdit !== undefined && { handEdit: handEditIn(handEdit, reading) }),
  };
}

function keyIn(value: Json | undefined, path: string, reading: KindReading): string {
  const key = reading.text(value, path, '代码');
  if (key !== '' && (!KEY.test(key) || key.length > KEY_LENGTH_MAX))
    reading.find(path, `代码由小写字母、数字和连字符组成，以字母开头，收到「${key}」。`);
  return key;
}

function uniqueIn(value: Json | undefined, reading: KindReading): UniqueRule {
  const rule = reading.object(value, '/unique', ['fields', 'over']);
  return {
    fields: reading.texts(rule['fields'], '/unique/fields', 1),
    over: reading.oneOf(rule['over'], '/unique/over', ['unit', 'all']),
  };
}

function statesIn(value: Json | undefined, reading: KindReading): LedgerState[] {
  const states = reading.list(value, '/states', 1).map((one, at) => stateIn(one, `/states/${at}`, reading));
  const keys = states.map(({ key }) => key);
  if (new Set(keys).size !== keys.length) reading.find('/states', '状态的代码不能重复。');
  if (states[0]?.ends) reading.find('/states/0/ends', '第一个状态是登记时的状态，不能是终止后的状态。');
  if (states.length > 0 && !states.some(({ ends }) => ends))
    reading.find('/states', '至少应有一个终止后的状态（ends 为 true），否则一行不能终止。');
  for (const [at, { next = [] }] of states.entries())
    for (const missing of next.filter((key) => !keys.includes(key)))
      reading.find(`/states/${at}/next`, `没有代码为「${missing}」的状态。`);
  return states;
}

function stateIn(value: Json, path: string, reading: KindReading): LedgerState {
  const state = reading.object(value, path, ['key', 'title', 'ends', 'next']);
  const { ends, next } = state;
  return {
    key: keyIn(state['key'], `${path}/key`, reading),
    title: reading.text(state['title'], `${path}/title`, '状态名称'),
    ends: ends === undefined ? false : reading.flag(ends, `${path}/ends`, '是否终止'),
    ...(next !== undefined && { next: reading.texts(next, `${path}/next`, 0) }),
  };
}

function validityIn(value: Json, reading: KindReading): { readonly from: string; readonly to?: string } {
  const validity = reading.object(value, '/validity', ['from', 'to']);
  const to = reading.optionalText(validity['to'], '/validity/to', '止日字段');
  return {
    from: reading.text(validity['from'], '/validity/from', '起日字段'),
    ...(to !== undefined && { to }),
  };
}

function readersIn(
  value: Json | undefined,
  reading: KindReading,
): { readonly rows: ReaderLevel; readonly offices: readonly OfficeCode[] } {
  const readers = reading.object(value, '/readers', ['rows', 'offices']);
  const offices =
    readers['offices'] === undefined ? [] : reading.texts(readers['offices'], '/readers/offices', 0);
  for (const code of offices.filter((one) => !isOfficeCode(one)))
    reading.find('/readers/offices', `没有代码为「${code}」的科室。`);
  return {
    rows: reading.oneOf(readers['rows'], '/readers/rows', readerLevels),
    offices: offices.filter(isOfficeCode),
  };
}

function retentionIn(value: Json | undefined, reading: KindReading): Retention {
  const retention = reading.object(value, '/retention', ['years', 'from', 'then', 'basis']);
  const { years } = retention;
  const basis = reading.optionalText(retention['basis'], '/retention/basis', '保管期限的依据');
  return {
    years: years === null ? null : reading.whole(years, '/retention/years', 1, 1000),
    from: reading.oneOf(retention['from'], '/retention/from', ['recorded', 'ended']),
    then: reading.oneOf(retention['then'], '/retention/then', ['archive', 'erase']),
    ...(basis !== undefined && { basis }),
  };
}

function handEditIn(value: Json, reading: KindReading): HandEdit {
  const edit = reading.object(value, '/handEdit', ['by', 'confirm']);
  const { confirm } = edit;
  return {
    by: seatsIn(edit['by'], '/handEdit/by', reading),
    ...(confirm !== undefined && { confirm: seatsIn(confirm, '/handEdit/confirm', reading) }),
  };
}

function seatsIn(value: Json | undefined, path: string, reading: KindReading): CandidateReference[] {
  return reading.texts(value, path, 1).flatMap((text) => {
    const parsed = parseCandidateReference(text);
    if (parsed.ok) return [parsed.value];
    reading.find(path, `「${text}」不是职务，例如 village-clerk 或者 office-clerk@office:jingguan。`);
    return [];
  });
}
