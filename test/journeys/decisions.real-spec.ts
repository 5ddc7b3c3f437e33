import { Person } from '@wuqing/dev-runtime/drive';
import { DEMO_PASSWORD } from '@wuqing/dev-runtime/seed';
import { expectAgreement } from '../harness/case-story.js';
import { Product } from '../harness/product.js';
import { clerkTask, publish, publishDecisions, straightProcess } from '../harness/publish.js';
import { postForSure } from '../harness/steadfast.js';

/** A table of one rule and its default: who decides about an amount. */
const whoDecides = (limit: number, versionTag: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="who" name="who" namespace="urn:test">
  <decision id="who-decides" name="决策主体"><extensionElements><zeebe:versionTag
      xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" value="${versionTag}"/></extensionElements><decisionTable id="table" hitPolicy="FIRST">
    <input id="amount"><inputExpression id="amount-in"><text>amount</text></inputExpression></input>
    <output id="body"/>
    <rule id="small"><inputEntry id="s-in"><text>&lt; ${limit}</text></inputEntry><outputEntry id="s-out"><text>"两委"</text></outputEntry></rule>
    <rule id="large"><inputEntry id="l-in"><text>-</text></inputEntry><outputEntry id="l-out"><text>"村民代表会议"</text></outputEntry></rule>
  </decisionTable></decision>
</definitions>`;

const asks = (id: string, binding: string) => ({
  id,
  type: 'businessRuleTask',
  extensions: `<zeebe:calledDecision decisionId="who-decides" resultVariable="${id}" ${binding}/>`,
});

const deciding = straightProcess('decides', '决策', [
  {
    id: 'amount',
    type: 'scriptTask',
    extensions: '<zeebe:script expression="= 70" resultVariable="amount"/>',
  },
  asks('first', ''),
  clerkTask('confirm'),
  asks('latest', 'bindingType="latest"'),
  asks('together', 'bindingType="deployment"'),
  asks('tagged', 'bindingType="versionTag" versionTag="v1"'),
  clerkTask('close'),
]);

describe('a decision that a process asks', () => {
  let product: Product;
  let clerk: Person;

  beforeAll(async () => {
    product = await Product.start({ name: 'decisions', updatesMax: 1 });
    clerk = await Person.signIn(product.baseUrl, 'v01-clerk', DEMO_PASSWORD);
  }, 180_000);

  afterAll(() => product?.stop(), 60_000);

  it('is taken in the version that its binding names, after a kill and a new run as before', async () => {
    await publishDecisions(product, whoDecides(100, 'v1'));
    await publish(product, deciding);
    const { unitId } = clerk.me.positions[0]!;
    const { body } = await clerk.post<{ case: { id: string } }>('/api/cases', {
      processKey: 'decides',
      unitId,
      title: '修路',
    });
    const caseId = body.case.id;
    await publishDecisions(product, whoDecides(50, 'v2'));

    await product.worker.kill();
    await product.worker.start();
    await completeOpenTask(caseId);

    const set = await product.query<{ values: Record<string, string> }>(
      `SELECT event -> 'values' AS values FROM journal_entry, jsonb_array_elements(events) AS event
       WHERE case_id = $1 AND event ->> 'type' = 'VariablesSet' ORDER BY position`,
      [caseId],
    );
    expect(Object.assign({}, ...set.map(({ values }) => values))).toMatchObject({
      first: '两委',
      latest: '村民代表会议',
      together: '两委',
      tagged: '两委',
    });
    await completeOpenTask(caseId);
    await expectAgreement(product, caseId);
  }, 120_000);

  it('that nobody has published is an incident', async () => {
    await publish(
      product,
      straightProcess('asks-nobody', '无人', [
        {
          id: 'ask',
          type: 'businessRuleTask',
          extensions: '<zeebe:calledDecision decisionId="nowhere" resultVariable="x"/>',
        },
      ]),
    );
    const { unitId } = clerk.me.positions[0]!;
    const { body } = await clerk.post<{ case: { id: string } }>('/api/cases', {
      processKey: 'asks-nobody',
      unitId,
      title: '修路',
    });
    const incidents = await product.query('SELECT element_id, code FROM incident WHERE case_id = $1', [
      body.case.id,
    ]);
    expect(incidents).toEqual([{ element_id: 'ask', code: 'unknown-decision' }]);
  }, 60_000);

  async function completeOpenTask(caseId: string): Promise<void> {
    const [task] = await product.query<{ id: string; version: number }>(
      `SELECT id, row_version AS version FROM user_task WHERE case_id = $1 AND state = 'open'`,
      [caseId],
    );
    const { status } = await postForSure(clerk, `/api/user-tasks/${task!.id}/completion`, {
      rowVersion: task!.version,
      submission: {},
    });
    expect(status).toBe(200);
  }
});
