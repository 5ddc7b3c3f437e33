import { hash } from '@node-rs/argon2';
import { UnitOfWork, createDataSource, systemActor, type Work } from '@wuqing/persistence';
import { officialCalendar } from '@wuqing/working-calendar';
import { insertTownship } from './insert-township.js';
import { publishLibrary } from './publish-library.js';
import { takeOverAuthorizations } from './take-over-authorizations.js';
import { generateTownship, type TownshipData } from './township/index.js';

export interface SeedOptions {
  readonly ownerUrl: string;
  /** One known password: for trying out, never where real cases run. Else no account has one. */
  readonly demo: boolean;
}

export interface SeededAccount {
  readonly login: string;
  /** Whose account it is: village or office, and position. */
  readonly title: string;
  /** What whoever signs in with it finds first. */
  readonly sees: string;
}

export interface Seeded {
  /** The accounts worth trying first. */
  readonly accounts: readonly SeededAccount[];
  /** The one password of every account of a demo; null elsewhere. */
  readonly password: string | null;
  /** Nobody can sign in yet. */
  readonly isClosed: boolean;
}

export const DEMO_PASSWORD = 'wuqing-demo';

/** The first run's data: township, calendar, library. Each part is left alone where it is there already. */
export async function seed({ ownerUrl, demo }: SeedOptions): Promise<Seeded> {
  const source = await createDataSource({
    url: ownerUrl,
    poolSize: 2,
    applicationName: 'wuqing-seed',
  }).initialize();
  try {
    return await new UnitOfWork(source).run(systemActor('seed'), (work) => seedAll(work, demo));
  } finally {
    await source.destroy();
  }
}

async function seedAll(work: Work, demo: boolean): Promise<Seeded> {
  const township = generateTownship();
  if (await isEmpty(work, 'unit'))
    await insertTownship(work, township, demo ? await hash(DEMO_PASSWORD) : null);
  if (!demo) await closeShared(work);
  if (await isEmpty(work, 'calendar_version')) {
    await work.query(
      `INSERT INTO calendar_version (version, content, source, loaded_at) VALUES (1, $1, '国务院办公厅放假安排通知(2025、2026)', now())`,
      [JSON.stringify(officialCalendar)],
    );
  }
  await publishLibrary(work, new Date());
  await takeOverAuthorizations(work, new Date());
  return {
    accounts: accountsWorthTrying(township),
    password: demo ? DEMO_PASSWORD : null,
    isClosed: await isClosed(work),
  };
}

/** What several accounts have with one salt was given to them: a demo's data that now serve in earnest. */
async function closeShared(work: Work): Promise<void> {
  await work.query(
    `WITH closed AS (
       UPDATE account SET password_hash = NULL WHERE password_hash IN
         (SELECT password_hash FROM account GROUP BY password_hash HAVING count(*) > 1) RETURNING id)
     UPDATE session SET ended_at = now() FROM closed WHERE account_id = closed.id AND ended_at IS NULL`,
  );
}

async function isClosed(work: Work): Promise<boolean> {
  const [row] = await work.query<{ closed: boolean }>(
    'SELECT NOT EXISTS (SELECT 1 FROM account WHERE password_hash IS NOT NULL) AS closed',
  );
  return row?.closed ?? true;
}

async function isEmpty(work: Work, table: 'unit' | 'calendar_version'): Promise<boolean> {
  const [row] = await work.query<{ empty: boolean }>(`SELECT NOT EXISTS (SELECT 1 FROM ${table}) AS empty`);
  return row?.empty ?? true;
}

const FIRST_ACCOUNTS: readonly SeededAccount[] = [
  { login: 'v01-clerk', title: '清溪村村文书', sees: '待办里有登记、送审等步骤，也从这里发起新事项' },
  { login: 'v01-secretary', title: '清溪村党组织书记', sees: '议案和会议步骤，有的已经超期' },
  { login: 'v01-director', title: '清溪村村委会主任', sees: '村民代表会议、公示，还有一件要答复的异议' },
  { login: 'v01-supervisor', title: '清溪村村监会主任', sees: '全程监督和验收' },
  { login: 'v03-secretary', title: '下柳庄党组织书记', sees: '一件超期的事项和收到的督办' },
  { login: 'b1-secretary', title: '清源党总支书记', sees: '督办台：所辖各村红的、黄的、暂停的' },
  { login: 'jingguan-clerk', title: '镇经管站', sees: '等镇里审核的方案' },
  { login: 'jiwei-head', title: '镇纪委办负责人', sees: '全镇督办台、督办单和留痕记录' },
  { login: 'admin', title: '系统管理员', sees: '流程、账户、异常和通知渠道' },
];

function accountsWorthTrying({ accounts }: TownshipData): readonly SeededAccount[] {
  const logins = new Set(accounts.map((account) => account.login));
  return FIRST_ACCOUNTS.filter(({ login }) => logins.has(login));
}
