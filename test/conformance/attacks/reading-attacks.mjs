import { end, file, flow, line, node, script, start, times, user } from './drawn.mjs';

const tasks = (count) => times(count, (at) => `<bpmn:task id="t${at}"/>`);
const nested = (depth, tag) => `<${tag}>`.repeat(depth) + `</${tag.split(' ')[0]}>`.repeat(depth);
const entities = `<!DOCTYPE x [<!ENTITY a0 "ha">${times(30, (at) => `<!ENTITY a${at + 1} "&a${at};&a${at};">`)}]>`;
const lol = file(line('<bpmn:task id="t" name="&a30;"/>', 't'), '', entities);
const utf16 = (text) => Buffer.from(`\ufeff${text}`, 'utf16le');
const utf32 = (text) =>
  Buffer.from([0xff, 0xfe, 0, 0, ...[...text].flatMap((letter) => [letter.charCodeAt(0), 0, 0, 0])]);
const declared = (encoding) =>
  Buffer.from(file(line(user('u'), 'u'), '', `<?xml version="1.0" encoding="${encoding}"?>`));
const named = (id) => file(line(user(id), id));
/** Forty gateways, each joined to each: 1,560 connections. */
const thicket =
  start +
  end +
  flow('s', 'g0') +
  flow('g39', 'e') +
  times(40, (at) => node('parallelGateway', `g${at}`)) +
  times(40, (from) => times(40, (to) => (from === to ? '' : flow(`g${from}`, `g${to}`))));
const long = (size) => 'x'.repeat(size);

/** `[what, file, the answer that must begin so]`; an answer names the rules that refuse, or says that it was taken. */
export const readingAttacks = [
  ['XML bomb of entities', lol, 'refused: document-type'],
  ['XML bomb in UTF-16', utf16(lol), 'refused: document-type'],
  ['one large entity used often', file(times(9000, () => '&a;'), '', `<!DOCTYPE x [<!ENTITY a "${long(90_000)}">]>`), 'refused: document-type'],
  ['external entity', file(line('<bpmn:task id="t" name="&a;"/>', 't'), '', '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'), 'refused: document-type'],
  ['external DTD', file('', '', '<!DOCTYPE x SYSTEM "http://127.0.0.1/x.dtd">'), 'refused: document-type'],
  ['undeclared entity', file(line('<bpmn:task id="t" name="&nobody;"/>', 't')), 'taken'],
  ['NUL', file(line(user('u\0'), 'u')), 'refused: control-character'],
  ['NUL by reference', file(line('<bpmn:task id="t" name="&#x00;"/>', 't')), 'refused: control-character'],
  ['half a surrogate pair', file(line('<bpmn:task id="t" name="&#xD800;"/>', 't')), 'refused: control-character'],
  ['an encoding nobody has', declared('UTF-7'), 'refused: encoding'],
  ['an encoding named like a prototype', declared('__proto__'), 'refused: encoding'],
  ['UTF-32', utf32(named('u')), 'refused: '],
  ['bytes that are no UTF-8', Buffer.concat([declared('UTF-8'), Buffer.from([0xff])]), 'refused: encoding'],
  ['2 MB and more', long(2 * 1024 * 1024 + 1), 'refused: text-limits'],
  ['10^5 tasks', file(tasks(100_000).slice(0, -30)), 'refused: text-limits'],
  ['19,000 tasks, below the count of XML', file(tasks(19_000)), 'refused: (element-count|reading-time)'],
  ['2×10^4 sub-processes in each other', file(nested(20_000, 'bpmn:subProcess')), 'refused: text-limits'],
  ['2×10^4 extensions in each other', file(node('task', 't', nested(20_000, 'wq:a'))), 'refused: text-limits'],
  ['60 sub-processes in each other', file(nested(60, 'bpmn:subProcess')), 'refused: nesting-depth'],
  ['10^5 attributes', file(`<bpmn:task id="t" ${times(100_000, (at) => `a${at}="" `)}/>`), 'refused: text-limits'],
  ['a namespace bomb', file(times(1500, (at) => `<bpmn:task id="t${at}" ${times(60, (n) => `xmlns:n${n}="u"`.concat(' '))}/>`)), 'refused: '],
  ['19,000 elements that no BPMN has', file(times(19_000, () => '<bpmn:x/>')), 'refused: '],
  ['19,000 foreign elements', file(line(user('u'), 'u') + times(19_000, () => '<x:y xmlns:x="u"/>')), '(taken|refused: reading-time)'],
  ['a name of 1.9 MB', file(line(`<bpmn:task id="t" name="${long(1_900_000)}"/>`, 't')), 'refused: text-length'],
  ['a million open brackets', '<'.repeat(1_000_000), 'refused: well-formed-xml'],
  ['a million ampersands', file(line(`<bpmn:task id="t" name="${'&'.repeat(1_000_000)}"/>`, 't')), 'refused: text-length'],
  ['a comment without end', file(`<!--${' id="x"'.repeat(200_000)}`), 'refused: well-formed-xml'],
  ['a quote without end', file(`<bpmn:task id="${' id='.repeat(400_000)}`), 'refused: well-formed-xml'],
  ['a thousand tasks of one id', file(times(1000, () => '<bpmn:task id="t"/>')), 'refused: (unique-id|.*, unique-id)'],
  ['a thousand flows to nowhere', file(start + times(1000, (at) => flow('s', `x${at}`))), 'refused: .*dangling-reference'],
  ['a boundary event on itself', file(line(user('u'), 'u') + '<bpmn:boundaryEvent id="b" attachedToRef="b"/>'), 'refused: '],
  ['forty gateways, each joined to each', file(thicket), '(taken|refused: )'],
  ['id __proto__', named('__proto__'), 'refused: element-id'],
  ['id constructor', named('constructor'), 'taken'],
  ['id toString', named('toString'), 'taken'],
  ['id hasOwnProperty', named('hasOwnProperty'), 'taken'],
  ['process id __proto__', named('u').replace('id="p"', 'id="__proto__"'), 'refused: element-id'],
  ['variable __proto__', file(line(script('t', '=1', '__proto__'), 't')), 'refused: script-task'],
  ['FEEL 10^4 brackets deep', file(line(script('t', `=${'('.repeat(10_000)}1${')'.repeat(10_000)}`), 't')), 'refused: expression'],
  ['FEEL 500 brackets deep', file(line(script('t', `=${'['.repeat(500)}1${']'.repeat(500)}`), 't')), '(taken|refused: expression)'],
  ['FEEL of 1.8 MB', file(line(script('t', `=1${'+1'.repeat(900_000)}`), 't')), 'refused: expression'],
  ['FEEL 150 times ten thousand signs', file(start + end + flow('s', 't0') + flow('t149', 'e') + times(150, (at) => script(`t${at}`, `=${at}${'+1'.repeat(4_900)}`)) + times(149, (at) => flow(`t${at}`, `t${at + 1}`))), '(taken|refused: (expression|reading-time|reading-memory))'],
  ['FEEL that was never closed', file(line(script('t', `=${'if a then '.repeat(900)}`), 't')), 'refused: expression'],
  ['10^5 processing instructions', file(times(100_000, () => '<?x?>') + line(user('u'), 'u')), 'taken'],
  ['9,000 shapes of one element', file(line(user('u'), 'u')).replace('</bpmn:definitions>', `<d:BPMNDiagram xmlns:d="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:c="http://www.omg.org/spec/DD/20100524/DC"><d:BPMNPlane bpmnElement="p">${times(9_000, (at) => `<d:BPMNShape id="q${at}" bpmnElement="u"><c:Bounds x="1e308" y="-1e308" width="NaN" height="1"/></d:BPMNShape>`)}</d:BPMNPlane></d:BPMNDiagram></bpmn:definitions>`), 'taken'],
  ['a prefix bound to two name spaces', file(line(user('u'), 'u') + '<bpmn:task xmlns:bpmn="urn:other" id="t"/>'), 'refused: known-word'],
  ['an element typed as another', file(line(user('u').replace('<bpmn:userTask', '<bpmn:userTask xsi:type="bpmn:tSubProcess"'), 'u')), 'refused: known-word'],
  ['a flow that is its own source', file(line(user('u'), 'u') + '<bpmn:sequenceFlow id="f" sourceRef="f" targetRef="f"/>'), 'refused: flow-end'],
  ['six thousand flows between two steps', file(line(user('u'), 'u') + node('userTask', 'w') + times(6_000, (at) => `<bpmn:sequenceFlow id="f${at}" sourceRef="u" targetRef="w"/>`)), 'refused: element-count'],
  ['a lane that holds itself', file('<bpmn:laneSet id="ls"><bpmn:lane id="l"><bpmn:childLaneSet id="l2"><bpmn:lane id="l"><bpmn:flowNodeRef>l</bpmn:flowNodeRef></bpmn:lane></bpmn:childLaneSet></bpmn:lane></bpmn:laneSet>' + line(user('u'), 'u')), 'refused: unique-id'],
]; // prettier-ignore
