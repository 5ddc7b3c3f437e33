import type { Work } from '@wuqing/persistence';
import type { TownshipData } from './township/index.js';

/**
 * Writes the generated township: set by set, parents before children. `passwordHash`: the one known password of a demo;
 * null: nobody signs in before an invitation.
 */
export async function insertTownship(
  work: Work,
  township: TownshipData,
  passwordHash: string | null,
): Promise<void> {
  await insertUnits(work, township);
  await insertPeople(work, township);
  await insertAuthorizations(work, township);
  if (passwordHash === null) await askForSecondFactors(work);
  const accounts = township.accounts.map((account) => ({ ...account, passwordHash }));
  await work.query(
    `INSERT INTO account (id, person_id, login, password_hash, must_change_password)
     SELECT id, "personId", login, "passwordHash", false
     FROM jsonb_to_recordset($1) AS t (id uuid, "personId" uuid, login text, "passwordHash" text)`,
    [JSON.stringify(accounts)],
  );
}

/** A real town begins with this and may decide otherwise; a demo's people sign in by their one password. */
async function askForSecondFactors(work: Work): Promise<void> {
  await work.query(
    `INSERT INTO security.second_factor_role (role) VALUES ('office-head'), ('discipline'), ('admin')`,
    [],
  );
}

async function insertUnits(work: Work, { units }: TownshipData): Promise<void> {
  const floors = ['town', 'office', 'general-branch', 'village'];
  const ordered = [...units].sort((a, b) => floors.indexOf(a.kind) - floors.indexOf(b.kind));
  await work.query(
    `INSERT INTO unit (id, parent_id, kind, code, name, figures)
     SELECT id, "parentId", kind, code, name, coalesce(figures, '{}')
     FROM jsonb_to_recordset($1) AS t (id uuid, "parentId" uuid, kind text, code text, name text, figures jsonb)`,
    [JSON.stringify(ordered)],
  );
}

async function insertPeople(
  work: Work,
  { persons, positions, kinship, households }: TownshipData,
): Promise<void> {
  await work.query(
    `INSERT INTO person (id, unit_id, name, gender, birth_date)
     SELECT id, "unitId", name, gender, "birthDate"
     FROM jsonb_to_recordset($1) AS t (id uuid, "unitId" uuid, name text, gender text, "birthDate" date)`,
    [JSON.stringify(persons)],
  );
  await work.query(
    `INSERT INTO position (id, person_id, unit_id, key, from_on, to_on)
     SELECT id, "personId", "unitId", key, "from", "to"
     FROM jsonb_to_recordset($1) AS t (id uuid, "personId" uuid, "unitId" uuid, key text, "from" date, "to" date)`,
    [JSON.stringify(positions)],
  );
  await work.query(
    `INSERT INTO kinship (person_a_id, person_b_id, relation)
     SELECT "personA", "personB", relation FROM jsonb_to_recordset($1) AS t ("personA" uuid, "personB" uuid, relation text)`,
    [JSON.stringify(kinship)],
  );
  await work.query(
    `INSERT INTO household (id, unit_id, head_person_id, members)
     SELECT id, "unitId", "headPersonId", members
     FROM jsonb_to_recordset($1) AS t (id uuid, "unitId" uuid, "headPersonId" uuid, members integer)`,
    [JSON.stringify(households)],
  );
}

async function insertAuthorizations(work: Work, { authorizations }: TownshipData): Promise<void> {
  await work.query(
    `INSERT INTO assembly_authorization (id, unit_id, matter_types, decided_on, posted_on, filed_on, effective_from, effective_to)
     SELECT id, "unitId", ARRAY(SELECT jsonb_array_elements_text("matterTypes")), "decidedOn", "postedOn", "filedOn", "effectiveFrom", "effectiveTo"
     FROM jsonb_to_recordset($1) AS t (id uuid, "unitId" uuid, "matterTypes" jsonb, "decidedOn" date, "postedOn" date,
       "filedOn" date, "effectiveFrom" date, "effectiveTo" date)`,
    [JSON.stringify(authorizations)],
  );
}
