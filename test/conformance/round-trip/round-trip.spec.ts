import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { lostBetween } from './lost-between.mjs';
import { lostInRoundTrip, roundTripSuite } from './round-trip.mjs';
import { treeOf } from './xml-tree.mjs';

const root = resolve(import.meta.dirname, '../../..');
const library = join(root, 'libs/process-library');
const models = join(root, 'libs/bpmn-definition/src/lint/rules/models');
const folders = readdirSync(library, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => join(library, name))
  .filter((folder) => readdirSync(folder).some((name) => name.endsWith('.bpmn')));

/** What bpmn-moddle by itself would lose. */
const rare = `<?xml version="1.0" encoding="ISO-8859-1"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:di="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:t="urn:town" targetNamespace="urn:x">
  <!-- comments are not the model -->
  <correlationProperty id="c" type="xsd:string"><correlationPropertyRetrievalExpression messageRef="m"><messagePath>a/b</messagePath></correlationPropertyRetrievalExpression></correlationProperty>
  <message id="m" name="caf\u00e9 &lt;1&gt; &amp;#38;"/><signal id="s" structureRef="String"/>
  <globalScriptTask id="g"><script><![CDATA[a < b && c]]></script></globalScriptTask>
  <process id="p" t:colour="red"><task id="u" startQuantity="1" completionQuantity="2"><extensionElements><t:a b="1"><t:c>text</t:c><t:c/></t:a></extensionElements>
    <multiInstanceLoopCharacteristics><complexBehaviorDefinition><condition xsi:type="tFormalExpression">x</condition><event id="i"/></complexBehaviorDefinition></multiInstanceLoopCharacteristics></task></process>
  <di:BPMNDiagram id="d"><di:BPMNPlane bpmnElement="p"><di:BPMNShape id="x" bpmnElement="gone"/></di:BPMNPlane></di:BPMNDiagram>
</definitions>`;

describe('reading and writing a file', () => {
  it.each(folders)('loses nothing of the library in %s', async (folder) => {
    const rows = await roundTripSuite(folder);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter(({ lossless }) => !lossless)).toEqual([]);
  });

  it('loses nothing of the valid models of the lint rules', async () => {
    const rows = await roundTripSuite(models);
    const lossy = rows.filter(({ lossless }) => !lossless).map((row) => row.case);
    expect(lossy.filter((name) => name.endsWith('.valid.bpmn'))).toEqual([]);
  });

  it('loses nothing of what is rare, in another encoding', async () =>
    expect(await lostInRoundTrip(Buffer.from(rare, 'latin1'))).toEqual([]));

  const model = (inside: string): Buffer =>
    Buffer.from(
      `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:di="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:own="urn:x" targetNamespace="urn:x">${inside}</definitions>`,
    );
  const flow =
    '<startEvent id="s"/><endEvent id="e">%</endEvent><sequenceFlow id="f" sourceRef="s" targetRef="e"/>';
  it.each([
    ['references with the prefix of the file', `<message id="m" itemRef="own:i"/><itemDefinition id="i"/><process id="p">${flow.replace('%', '<incoming>own:f</incoming>')}</process>`],
    ['references to what is in no file', `<process id="p">${flow.replace('%', '<incoming>own:gone</incoming><incoming>far:f</incoming>')}</process>`],
    ['participants of an association', '<collaboration id="c"><participant id="a"/><participantAssociation id="pa"><innerParticipantRef>a</innerParticipantRef><outerParticipantRef>a</outerParticipantRef></participantAssociation></collaboration>'],
    ['message flows of a conversation', '<collaboration id="c"><participant id="a"/><messageFlow id="mf" sourceRef="a" targetRef="a"/><conversation id="cv"><participantRef>a</participantRef><messageFlowRef>mf</messageFlowRef></conversation></collaboration>'],
    ['words about an extension', '<extension mustUnderstand="false"><documentation>about it</documentation></extension>'],
    ['ids of any letters', `<process id="村务">${flow.replaceAll('"s"', '"开始"').replaceAll('"f"', '"连线"').replace('%', '<incoming>连线</incoming>')}</process>`],
    ['end points', '<endPoint id="x"/><collaboration id="c"><participant id="a"><endPointRef>x</endPointRef></participant></collaboration>'],
    ['the element that makes a lane', '<process id="p"><laneSet id="ls"><lane id="l"><partitionElement xsi:type="tResource" id="r" name="z"/></lane></laneSet></process>'],
    ['who is chosen by a formal expression', '<process id="p"><userTask id="u"><potentialOwner id="o"><resourceAssignmentExpression id="x"><formalExpression>g</formalExpression></resourceAssignmentExpression></potentialOwner></userTask></process>'],
    ['a message that an edge shows', '<collaboration id="c"/><di:BPMNDiagram id="d"><di:BPMNPlane bpmnElement="c"><di:BPMNEdge id="x" messageVisibleKind="initiating"/></di:BPMNPlane></di:BPMNDiagram>'],
  ])('loses nothing of %s', async (_title, inside) =>
    expect(await lostInRoundTrip(model(inside))).toEqual([])); // prettier-ignore

  it('says that an element of no name space cannot be written', async () =>
    expect(
      await lostInRoundTrip(
        model('<process id="p"><extensionElements><a xmlns=""/></extensionElements></process>'),
      ),
    ).toEqual([expect.stringContaining('命名空间')]));

  it('says that a file cannot be read', async () =>
    expect(await lostInRoundTrip(Buffer.from('<a'))).toEqual([expect.stringContaining('标签')]));

  it('has no row for a folder that is not there', async () =>
    expect(await roundTripSuite(join(root, 'nowhere'))).toEqual([]));
});

describe('what is lost between two files', () => {
  const file = (inside: string): string => `<a xmlns="urn:a" xmlns:n="urn:n" id="1">${inside}</a>`;

  it.each([
    ['prefixes', '<n:b c="1"/>', '<m:b xmlns:m="urn:n" c="1"/>'],
    ['white space and numbers', '<b x="1.0"> t </b>', '\n<b x="1">t</b>\n'],
    ['comments', '<!-- <b/> --><b/>', '<b/>'],
    ['the way in which text is written', '<b><![CDATA[<>]]></b>', '<b>&lt;&#x3e;</b>'],
    ['defaults', '<b isInterrupting="true"/>', '<b/>'],
    ['the order of different names', '<b/><c/>', '<c/><b/>'],
  ])('does not count %s', (_title, before, after) =>
    expect(lostBetween(treeOf(file(before)), treeOf(file(after)))).toEqual([]),
  );

  it.each([
    ['an element', '<b/><b/>', '<b/>', 'a#1: 2 × b became 1 × it'],
    ['an element too many', '', '<b/>', 'a#1: 0 × b became 1 × it'],
    ['a namespace', '<n:b/>', '<b/>', '1 × b became 0 × it'],
    ['an attribute', '<b id="2" c="3"/>', '<b id="2"/>', 'a#1/b#2: c "3" became "nothing"'],
    ['what is no default', '<b isInterrupting="false"/>', '<b/>', '"false" became "nothing"'],
    ['an order', '<b id="2"/><b id="3"/>', '<b id="3"/><b id="2"/>', 'id "2" became "3"'],
    ['text', '<b>x</b>', '<b/>', 'a#1/b: text "x" became ""'],
  ])('counts %s', (_title, before, after, lost) =>
    expect(lostBetween(treeOf(file(before)), treeOf(file(after)))).toContainEqual(
      expect.stringContaining(lost),
    ),
  );
});
