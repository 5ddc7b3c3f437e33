import { ApiUnderTest } from '../testing/api-under-test.js';
import { decisionFile } from '../testing/bad-decisions.js';
import type { Visitor } from '../testing/visitor.js';

let api: ApiUnderTest;
let clerk: Visitor;

beforeAll(async () => {
  api = await ApiUnderTest.start('check_decisions');
  clerk = await api.signedIn('clerk');
});

afterAll(() => api.stop());

const check = (xml: string) => clerk.post('/api/decisions/checks', { xml });

describe('a decision file', () => {
  it('is answered with its decisions and what they read', async () => {
    const xml = decisionFile(
      '<literalExpression><text>if amount &gt; 5000 then "镇级" else "村级"</text></literalExpression>',
    );
    const { status, body } = await check(xml);
    expect(status).toBe(200);
    expect(body).toEqual({ decisions: [{ id: 'd', name: '级别', versionTag: null, reads: ['amount'] }] });
  });

  it('is answered with every fault by its element, once', async () => {
    const xml = decisionFile(
      '<decisionTable id="t" hitPolicy="BEST"><output id="o"/><rule id="r"><outputEntry id="c"><text>1 +</text></outputEntry></rule></decisionTable>',
    );
    const { status, body } = await check(xml);
    expect(status).toBe(422);
    const { errors } = body as unknown as { errors: { path: string }[] };
    expect(errors.map(({ path }) => path)).toEqual(['/xml#t', '/xml#c']);
  });

  it('that would keep a reader busy is refused', async () => {
    const row = `<rule>${'<outputEntry><text>for x in 1..9, y in [x] return x + y</text></outputEntry>'}</rule>`;
    const { status } = await check(
      decisionFile(`<decisionTable id="t"><output/>${row.repeat(8_000)}</decisionTable>`),
    );
    expect(status).toBe(422);
  });
});
