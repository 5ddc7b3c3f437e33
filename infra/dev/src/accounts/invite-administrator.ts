import { hash } from '@node-rs/argon2';
import {
  UnitOfWork,
  createDataSource,
  invite,
  newInvitationCode,
  systemActor,
  type Work,
} from '@wuqing/persistence';
import { v7 as uuidv7 } from 'uuid';
import { SetupFailure } from '../setup-failure.js';

const OPERATOR = systemActor('operator');

export interface AdministratorInvited {
  readonly login: string;
  /** Shown once, used once. */
  readonly code: string;
  readonly expiresAt: Date;
}

/**
 * Invites the administrator with that login, who is made where nobody has it. An account that has a password loses it and
 * its sessions: it is the way back in, too. Throws a `SetupFailure` for the login of somebody who is no administrator.
 */
export async function inviteAdministrator(
  ownerUrl: string,
  login: string,
  now: number,
): Promise<AdministratorInvited> {
  const source = await createDataSource({
    url: ownerUrl,
    poolSize: 1,
    applicationName: 'wuqing-admin',
  }).initialize();
  try {
    const { shown, kept } = newInvitationCode();
    const codeHash = await hash(kept);
    return await new UnitOfWork(source).run(OPERATOR, async (work) => {
      const accountId =
        (await administratorOf(work, login, now)) ?? (await newAdministrator(work, login, now));
      const issuedBy = OPERATOR.id;
      const expiresAt = await invite(work, { accountId, codeHash, issuedBy, issuedAt: now });
      return { login, code: shown, expiresAt: new Date(expiresAt) };
    });
  } finally {
    await source.destroy();
  }
}

async function administratorOf(work: Work, login: string, now: number): Promise<string | undefined> {
  const [account] = await work.query<{ id: string; isAdmin: boolean }>(
    `SELECT a.id, EXISTS (SELECT 1 FROM position p WHERE p.person_id = a.person_id AND p.key = 'admin'
       AND p.from_on <= to_timestamp($2 / 1000.0)::date AND (p.to_on IS NULL OR p.to_on >= to_timestamp($2 / 1000.0)::date)) AS "isAdmin"
     FROM account a WHERE a.login = $1`,
    [login, now],
  );
  if (account && !account.isAdmin)
    throw new SetupFailure(
      `${login} is no administrator: choose another login, or let an administrator invite them.`,
    );
  return account?.id;
}

async function newAdministrator(work: Work, login: string, now: number): Promise<string> {
  const [town] = await work.query<{ id: string }>(`SELECT id FROM unit WHERE kind = 'town'`);
  if (!town) throw new SetupFailure('There is no town yet: `npm start` makes one.');
  const [personId, accountId] = [uuidv7(), uuidv7()];
  await work.query(`INSERT INTO person (id, unit_id, name, gender) VALUES ($1, $2, '系统管理员', 'female')`, [
    personId,
    town.id,
  ]);
  await work.query(
    `INSERT INTO position (id, person_id, unit_id, key, from_on) VALUES ($1, $2, $3, 'admin', to_timestamp($4 / 1000.0)::date)`,
    [uuidv7(), personId, town.id, now],
  );
  await work.query(
    'INSERT INTO account (id, person_id, login, password_hash, must_change_password) VALUES ($1, $2, $3, NULL, false)',
    [accountId, personId, login],
  );
  return accountId;
}
