import { createHash } from 'node:crypto';
import { canonicalJson, type Json } from '@wuqing/kernel';
import type { Work } from '@wuqing/persistence';
import { libraryProcesses } from '@wuqing/process-library';
import { checkDefinition } from '@wuqing/publication';
import { officialCalendar } from '@wuqing/working-calendar';
import { hashPassword } from '../session/password.js';

export const PASSWORD = 'correct horse 42';

/** Fixed ids, so that a failing row says who was meant. */
const id = (kind: number, n: number): string =>
  `0000000${kind}-0000-4000-8000-${String(n).padStart(12, '0')}`;

export const units = {
  town: id(1, 1),
  branch: id(1, 2),
  office: id(1, 3),
  discipline: id(1, 4),
  village: id(1, 11),
  otherVillage: id(1, 12),
} as const;

interface FixturePerson {
  readonly id: string;
  readonly unit: keyof typeof units;
  readonly key: string;
}

/** One person a position; the login is the name of the property. */
export const people = {
  clerk: { id: id(2, 1), unit: 'village', key: 'village-clerk' },
  director: { id: id(2, 2), unit: 'village', key: 'village-director' },
  secretary: { id: id(2, 3), unit: 'village', key: 'village-party-secretary' },
  representative: { id: id(2, 4), unit: 'village', key: 'village-representative' },
  otherClerk: { id: id(2, 5), unit: 'otherVillage', key: 'village-clerk' },
  secondClerk: { id: id(2, 6), unit: 'village', key: 'village-clerk' },
  branchSecretary: { id: id(2, 7), unit: 'branch', key: 'branch-secretary' },
  officeClerk: { id: id(2, 8), unit: 'office', key: 'office-clerk' },
  inspector: { id: id(2, 9), unit: 'discipline', key: 'office-clerk' },
  townHead: { id: id(2, 10), unit: 'town', key: 'town-head' },
  administrator: { id: id(2, 12), unit: 'town', key: 'admin' },
  substitute: { id: id(2, 11), unit: 'otherVillage', key: 'village-representative' },
} as const satisfies Record<string, FixturePerson>;

export type Login = keyof typeof people;

const UNIT_ROWS = [
  [units.town, null, 'town', 'town', '清河镇'],
  [units.branch, units.town, 'general-branch', 'b1', '第一党总支'],
  [units.office, units.town, 'office', 'jingguan', '经管站'],
  [units.discipline, units.town, 'office', 'jiwei', '纪委办'],
  [units.village, units.branch, 'village', 'v01', '柳河村'],
  [units.otherVillage, units.branch, 'village', 'v02', '杏林村'],
] as const;

/** A small township with one published process, written by the owner. */
export async function insertVillages(work: Work): Promise<void> {
  for (const [unitId, parentId, kind, code, name] of UNIT_ROWS) {
    await work.query(
      'INSERT INTO unit (id, parent_id, kind, code, name, figures) VALUES ($1, $2, $3, $4, $5, $6)',
      [
        unitId,
        parentId,
        kind,
        code,
        name,
        JSON.stringify(kind === 'village' ? { villagers18Plus: 900, representatives: 40 } : {}),
      ],
    );
  }
  const passwordHash = await hashPassword(PASSWORD);
  for (const [index, [login, person]] of Object.entries(people).entries())
    await insertPerson(work, login, person, passwordHash, index);
  await work.query(
    `INSERT INTO delegation (id, from_person_id, to_person_id, unit_id, scope, from_on, to_on)
     VALUES ($1, $2, $3, $4, 'village-director', '2026-01-01', '2026-12-31')`,
    [id(4, 1), people.director.id, people.substitute.id, units.village],
  );
  await work.query(
    `INSERT INTO calendar_version (version, content, source, loaded_at) VALUES (1, $1, 'test', '2026-01-01')`,
    [JSON.stringify(officialCalendar)],
  );
  await publish(work);
}

async function insertPerson(
  work: Work,
  login: string,
  person: FixturePerson,
  passwordHash: string,
  index: number,
): Promise<void> {
  await work.query(`INSERT INTO person (id, unit_id, name, gender) VALUES ($1, $2, $3, 'female')`, [
    person.id,
    units[person.unit],
    `某${login}`,
  ]);
  await work.query(
    `INSERT INTO position (id, person_id, unit_id, key, from_on) VALUES ($1, $2, $3, $4, '2020-01-01')`,
    [id(3, index + 1), person.id, units[person.unit], person.key],
  );
  await work.query(
    'INSERT INTO account (id, person_id, login, password_hash, must_change_password) VALUES ($1, $2, $3, $4, false)',
    [id(5, index + 1), person.id, login, passwordHash],
  );
}

export const PROCESS_KEY = 'two-user-tasks';

async function publish(work: Work): Promise<void> {
  const shipped = libraryProcesses().find(({ key }) => key === PROCESS_KEY)!;
  const compiled = await checkDefinition(shipped.xml);
  if (!compiled.ok) throw new Error(`Expected ${PROCESS_KEY} to compile: ${JSON.stringify(compiled.error)}`);
  const forms: Record<string, string> = {};
  for (const { key, title, schema, ui } of shipped.forms) {
    const checksum = createHash('sha256')
      .update(canonicalJson({ key, title, schema, ui } as Json))
      .digest('hex');
    forms[key] = checksum;
    await work.query(
      'INSERT INTO form_version (checksum, key, title, schema, ui) VALUES ($1, $2, $3, $4, $5)',
      [checksum, key, title, JSON.stringify(schema), JSON.stringify(ui)],
    );
  }
  await work.query(
    `INSERT INTO process_definition_version (id, key, version, checksum, name, xml, compiled, forms, state, author, effective_from, created_at)
     VALUES ($1, $2, 1, 'checksum-1', $3, $4, $5, $6, 'in-force', 'system:library', '2026-01-01', '2026-01-01')`,
    [
      id(6, 1),
      PROCESS_KEY,
      compiled.value.process.name,
      shipped.xml,
      JSON.stringify(compiled.value.process),
      JSON.stringify(forms),
    ],
  );
}
