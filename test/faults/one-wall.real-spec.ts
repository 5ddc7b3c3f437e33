import { isWalled, markedLevel } from '@wuqing/access';
import { createDataSource } from '@wuqing/persistence';
import fc from 'fast-check';
import { createTestDatabase } from '../harness/database.js';
import { serversOfRun } from '../harness/product.js';

/** The message router asks the database which cases outsiders' messages must not reach; it must say what `access` says. */
describe('the wall in SQL', () => {
  let owner: Awaited<ReturnType<ReturnType<typeof createDataSource>['initialize']>>;

  beforeAll(async () => {
    const database = await createTestDatabase(serversOfRun().databaseUrl, 'wuqing_one_wall');
    owner = await createDataSource({ url: database.ownerUrl, poolSize: 1 }).initialize();
  }, 120_000);

  afterAll(() => owner?.destroy());

  const extension = fc.record({
    name: fc.constantFrom('confidential', 'unconfirmed', 'Confidential'),
    attributes: fc.record(
      { level: fc.constantFrom('P', 'V', 'T', 'N', 't', '', 'TN', '秘密') },
      { requiredKeys: [] },
    ),
    children: fc.constant([]),
  });

  it('stands where the rule of access has it, whatever marks a file bears', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(extension, { maxLength: 4 }), async (extensions) => {
        const rows: { walled: boolean }[] = await owner.query('SELECT is_walled($1::jsonb) AS walled', [
          JSON.stringify({ extensions }),
        ]);
        const marks = extensions.map(({ name, attributes }) => ({
          name,
          attributes: attributes as Record<string, string>,
        }));
        expect(rows[0]!.walled).toBe(isWalled(markedLevel(marks)));
      }),
      { numRuns: 200 },
    );
  });
});
