import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  exportEvidence,
  placesOf,
  readableBackup,
  restoreBackup,
  takeBackup,
  verifyExport,
  type Secrets,
} from '@wuqing/dev-runtime';
import { LocalFolder } from '@wuqing/file-storage';
import { makeAnchor, systemActor } from '@wuqing/persistence';
import { TEST_API_PASSWORD, TEST_WORKER_PASSWORD, createTestDatabase } from '../harness/database.js';
import { PAYLOAD_KEYS } from '../harness/product.js';
import { until } from '../harness/until.js';
import { WholeCase, sha256 } from '../harness/whole-case.js';

const ACTOR = systemActor('test');
/** Within which the worker looks again. */
const WITHIN_MS = 60_000;

let whole: WholeCase;
let anchors: string;

beforeAll(async () => {
  whole = await WholeCase.begin('anchored_evidence');
  anchors = join(whole.folder, 'anchors');
}, 240_000);

afterAll(() => whole.stop(), 60_000);

describe('an anchor over all chains', () => {
  const anchored = (day: string): Promise<void> =>
    whole.product.unitOfWork.run(ACTOR, (work) =>
      makeAnchor(work, day, Date.parse(`${day}T00:00:00Z`), sha256),
    );
  const incidents = async (): Promise<string[]> => {
    const admin = await whole.people.signedIn('admin');
    const { items } = await admin.get<{ items: { caseId: string; incidents: { code: string }[] }[] }>(
      '/api/incidents',
    );
    return items
      .filter((item) => item.caseId === whole.id)
      .flatMap((item) => item.incidents.map(({ code }) => code));
  };
  const isChecked = (day: string) =>
    until(WITHIN_MS, async () => {
      const [row] = await whole.product.query<{ broken: number }>(
        'SELECT broken_chains AS broken FROM audit_anchor WHERE day = $1 AND checked_at IS NOT NULL',
        [day],
      );
      return row;
    });

  beforeAll(() => anchored('2999-01-01'));

  it('is made once a day, follows on the one before, and lies as a file whose hash it is', async () => {
    await anchored('2999-01-01');
    const rows = await whole.product.query<{ number: number; previous: string; hash: string }>(
      'SELECT number, previous_hash AS previous, hash FROM audit_anchor ORDER BY number',
    );
    expect(rows.map(({ number }) => number)).toEqual([1, 2]);
    expect(rows[1]!.previous).toBe(rows[0]!.hash);
    const files = await until(WITHIN_MS, () => {
      const names = readdirSync(anchors).sort();
      return Promise.resolve(names.length === 2 ? names : undefined);
    });
    const hashes = files.map((name) => sha256(readFileSync(join(anchors, name), 'utf8')));
    expect(hashes).toEqual(rows.map(({ hash }) => hash));
    expect(await isChecked('2999-01-01')).toEqual({ broken: 0 });
  }, 90_000);

  it('finds a tail that was cut with all that it named and with the head of the case', async () => {
    const after = `(SELECT at FROM audit_entry WHERE case_id = '${whole.id}' AND seq = 3)`;
    const cut = [
      ['submission', 'submitted_at'],
      ['file_binding', 'bound_at'],
      ['public_notice', 'published_at'],
      ['journal_entry', 'at'],
    ].map(([table, at]) => `DELETE FROM ${table} WHERE case_id = '${whole.id}' AND ${at} > ${after}`);
    const sql = [
      ...cut,
      `DELETE FROM audit_entry WHERE case_id = '${whole.id}' AND seq > 3`,
      `UPDATE process_instance SET audit_seq = 3, audit_head = (SELECT hash FROM audit_entry WHERE case_id = '${whole.id}' AND seq = 3)
       WHERE id = '${whole.id}'`,
    ];
    expect(await whole.foundAfter(sql)).toEqual([expect.stringMatching(/^removed-tail /)]);
  });

  it('finds its own change', async () => {
    const sql = `UPDATE audit_anchor_head SET head = repeat('0', 64) WHERE case_id = '${whole.id}'`;
    expect(await whole.foundAfter([sql])).toEqual([expect.stringMatching(/^other-than-anchored /)]);
  });

  it('is what the worker holds every case against: a changed vote is an incident until it is put back', async () => {
    const [{ id, data }] = (await whole.product.query<{ id: string; data: object }>(
      'SELECT id, data FROM submission WHERE case_id = $1 ORDER BY submitted_at LIMIT 1',
      [whole.id],
    )) as [{ id: string; data: object }];
    await whole.product.query(`UPDATE submission SET data = data || '{"for": 99}' WHERE id = $1`, [id]);
    const head = await whole.people.signedIn('jiwei-head');
    expect(await head.get(`/api/cases/${whole.id}/audit`)).toMatchObject({ verified: false });
    await anchored('2999-01-02');
    expect(await isChecked('2999-01-02')).toEqual({ broken: 1 });
    expect(await incidents()).toEqual(['broken-evidence']);
    await whole.product.query('UPDATE submission SET data = $2 WHERE id = $1', [id, JSON.stringify(data)]);
    expect(await head.get(`/api/cases/${whole.id}/audit`)).toMatchObject({ verified: true });
    await anchored('2999-01-03');
    expect(await isChecked('2999-01-03')).toEqual({ broken: 0 });
    expect(await incidents()).toEqual([]);
  }, 150_000);
});

describe('an export, without a database', () => {
  let exported: string;
  let kept: string;

  beforeAll(async () => {
    exported = join(whole.folder, 'export');
    const { anchor, fileFaults } = await exportEvidence(
      whole.product.database.ownerUrl,
      exported,
      new LocalFolder(join(whole.folder, 'files')),
    );
    expect(fileFaults).toEqual([]);
    kept = anchor.hash;
  }, 60_000);

  /** What the verifier says of a copy that somebody has worked on. */
  async function saysOf(work: (copy: string) => void): Promise<readonly string[]> {
    const copy = mkdtempSync(join(whole.folder, 'copy-'));
    cpSync(exported, copy, { recursive: true });
    work(copy);
    return (await verifyExport(copy, kept)).faults;
  }
  const rewrite = (file: string, change: (text: string) => string): void => {
    const text = readFileSync(file, 'utf8');
    const changed = change(text);
    expect(changed).not.toBe(text);
    rmSync(file);
    writeFileSync(file, changed);
  };
  const casesOf = (copy: string, change: (lines: string[]) => string[]): void =>
    rewrite(placesOf(copy).cases, (text) => `${change(text.trimEnd().split('\n')).join('\n')}\n`);

  it('is sound, and says how much was looked at', async () => {
    const { faults, ...counts } = await verifyExport(exported, kept);
    expect(faults).toEqual([]);
    const [there] = await whole.product.query<Record<string, number>>(
      `SELECT (SELECT count(*)::int FROM process_instance) AS cases, (SELECT count(*)::int FROM audit_entry) AS entries,
         0 AS "linksOnly", (SELECT count(*)::int FROM audit_anchor) AS anchors, (SELECT count(*)::int FROM file_binding) AS files`,
    );
    expect(counts).toEqual(there);
  });

  it.each<readonly [fault: string, work: (copy: string) => void]>([
    [
      'changed-content',
      (copy) => rewrite(placesOf(copy).cases, (text) => text.replace('"data":{"', '"data":{"forged":99,"')),
    ],
    [
      'removed-case',
      (copy) =>
        casesOf(copy, (lines) => lines.filter((line) => !line.includes(`{"case":{"caseId":"${whole.id}"`))),
    ],
    ['broken-off', (copy) => casesOf(copy, (lines) => lines.slice(0, -1))],
    ['unreadable', (copy) => casesOf(copy, (lines) => lines.with(1, lines[1]!.slice(0, -1)))],
    ['changed-file', (copy) => changeFirst(join(copy, 'files'))],
    [
      'forged-anchor',
      (copy) =>
        rewrite(join(placesOf(copy).anchors, '000002.txt'), (text) =>
          text.replace(/ (\d+) [0-9a-f]{64}\n/, ` $1 ${'0'.repeat(64)}\n`),
        ),
    ],
    ['forged-anchor', (copy) => rmSync(join(placesOf(copy).anchors, '000003.txt'))],
    ['forged-anchor', (copy) => rmSync(join(placesOf(copy).anchors, '000004.txt'))],
  ])('in which %s is found', async (fault, work) => {
    const faults = await saysOf(work);
    expect(faults.filter((one) => one.startsWith(`${fault}:`))).not.toEqual([]);
  });

  /** One byte of the first submitted file that lies there. */
  function changeFirst(place: string): void {
    const names = readdirSync(place, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
    const file = join(names[0]!.parentPath, names[0]!.name);
    const bytes = readFileSync(file);
    bytes[0] = bytes[0]! ^ 1;
    rmSync(file);
    writeFileSync(file, bytes);
  }

  it('is as sound after a person was erased, and after a restore from a backup', async () => {
    await whole.product.query(`UPDATE person SET name = '（已注销）'`);
    await whole.product.query('DELETE FROM session');
    const backup = join(whole.folder, 'evidence.backup');
    const secrets: Secrets = {
      apiPassword: TEST_API_PASSWORD,
      workerPassword: TEST_WORKER_PASSWORD,
      sessionSecret: 'test-session-secret',
      payloadKeys: JSON.parse(PAYLOAD_KEYS) as Secrets['payloadKeys'],
    };
    await takeBackup(whole.product.database.ownerUrl, backup, secrets);
    const { ownerUrl } = await createTestDatabase(
      process.env['WUQING_TEST_DATABASE_URL']!,
      'wuqing_evidence_restored',
    );
    await restoreBackup(ownerUrl, backup, await readableBackup(backup), secrets);
    const restored = join(whole.folder, 'restored');
    await exportEvidence(ownerUrl, restored);
    expect(await verifyExport(restored, kept)).toMatchObject({ faults: [], files: undefined, anchors: 4 });
  }, 120_000);
});
