import { Person } from '@wuqing/dev-runtime/drive';
import { DEMO_PASSWORD } from '@wuqing/dev-runtime/seed';
import { expectAgreement } from '../harness/case-story.js';
import { Product } from '../harness/product.js';
import { publish } from '../harness/publish.js';
import { postForSure } from '../harness/steadfast.js';

/** Ids of letters beyond ASCII, as XML allows them and modelers write them: of the process, steps, flows and a message. */
const opening = `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
  xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" xmlns:wq="urn:wuqing:bpmn:1" targetNamespace="urn:test">
  <bpmn:message id="催办单" name="催办"><bpmn:extensionElements><zeebe:subscription correlationKey="=caseId"/></bpmn:extensionElements></bpmn:message>
  <bpmn:process id="村务公开_1" name="村务公开" isExecutable="true">
    <bpmn:startEvent id="开始"/>
    <bpmn:userTask id="受理"><bpmn:extensionElements><zeebe:assignmentDefinition candidateGroups="village-clerk"/>
      <wq:serviceLevel term="5W" ladder="LV"/></bpmn:extensionElements></bpmn:userTask>
    <bpmn:boundaryEvent id="催办事件" attachedToRef="受理" cancelActivity="false"><bpmn:messageEventDefinition messageRef="催办单"/></bpmn:boundaryEvent>
    <bpmn:exclusiveGateway id="分流" default="分流-公开"/>
    <bpmn:subProcess id="公开">
      <bpmn:startEvent id="公开开始"/>
      <bpmn:userTask id="张贴" name="张贴公示"><bpmn:extensionElements><zeebe:assignmentDefinition candidateGroups="village-clerk"/></bpmn:extensionElements></bpmn:userTask>
      <bpmn:endEvent id="公开结束"/>
      <bpmn:sequenceFlow id="张贴前" sourceRef="公开开始" targetRef="张贴"/>
      <bpmn:sequenceFlow id="张贴后" sourceRef="张贴" targetRef="公开结束"/>
    </bpmn:subProcess>
    <bpmn:endEvent id="办结"/><bpmn:endEvent id="催办完"/>
    <bpmn:sequenceFlow id="开始-受理" sourceRef="开始" targetRef="受理"/>
    <bpmn:sequenceFlow id="受理-分流" sourceRef="受理" targetRef="分流"/>
    <bpmn:sequenceFlow id="催办-完" sourceRef="催办事件" targetRef="催办完"/>
    <bpmn:sequenceFlow id="分流-办结" sourceRef="分流" targetRef="办结">
      <bpmn:conditionExpression>=false</bpmn:conditionExpression></bpmn:sequenceFlow>
    <bpmn:sequenceFlow id="分流-公开" sourceRef="分流" targetRef="公开"/>
    <bpmn:sequenceFlow id="公开-办结" sourceRef="公开" targetRef="办结"/>
  </bpmn:process></bpmn:definitions>`;

describe('a process whose ids are Chinese words', () => {
  let product: Product;
  let clerk: Person;

  beforeAll(async () => {
    product = await Product.start({ name: 'names_in_chinese', updatesMax: 1 });
    clerk = await Person.signIn(product.baseUrl, 'v01-clerk', DEMO_PASSWORD);
    await publish(product, opening);
  }, 180_000);

  afterAll(() => product?.stop(), 60_000);

  async function complete(caseId: string, elementId: string): Promise<void> {
    const { tasks } = await clerk.get<CaseShown>(`/api/cases/${caseId}`);
    expect(tasks.map((task) => task.elementId)).toEqual([elementId]);
    const [{ id, rowVersion } = { id: '', rowVersion: 0 }] = tasks;
    await postForSure(clerk, `/api/user-tasks/${id}/completion`, { rowVersion, submission: {} });
  }

  it('is begun, goes on after a kill, and is read at every address', async () => {
    const { unitId } = clerk.me.positions[0]!;
    const { body } = await clerk.post<{ case: { id: string } }>('/api/cases', {
      processKey: '村务公开_1',
      unitId,
      title: '二季度公开',
    });
    const caseId = body.case.id;
    await complete(caseId, '受理');
    await product.worker.kill();
    await product.worker.start();
    await complete(caseId, '张贴');
    await expectAgreement(product, caseId);

    const timeline = await clerk.get(`/api/cases/${caseId}/timeline`);
    expect(JSON.stringify(timeline)).toContain('张贴');
    const shown = await clerk.get<{ key: string }>(`/api/processes/${encodeURIComponent('村务公开_1')}`);
    expect(JSON.stringify(shown)).toContain('村务公开_1');
    const listed = await clerk.get(`/api/cases?processKey=${encodeURIComponent('村务公开_1')}`);
    expect(JSON.stringify(listed)).toContain(caseId);
  }, 120_000);
});

interface CaseShown {
  readonly tasks: readonly { readonly id: string; readonly elementId: string; readonly rowVersion: number }[];
}
