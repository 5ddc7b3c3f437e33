import { el, file, flow, process, testConstraints } from './standard.fixture.js';

/** start → end, each with its flow listed, and this in the start event. */
const started = (inside: string): string =>
  process(
    `<startEvent id="s">${inside}</startEvent><endEvent id="e"><incoming>s-e</incoming></endEvent>${flow('s', 'e')}`,
  );
const outgoing = '<outgoing>s-e</outgoing>';
const note = '<textAnnotation id="n"><text>x</text></textAnnotation>';
const foreign = '<extensionElements><y:b xmlns:y="urn:y"/><y:a xmlns:y="urn:y"/></extensionElements>';

testConstraints({
  'schema-order': {
    kept: [
      started(`<documentation>d</documentation>${foreign}${outgoing}<timerEventDefinition/>`),
      started(outgoing).replace('</process>', `${note}</process>`),
    ],
    broken: {
      s: started(`<timerEventDefinition/>${outgoing}`),
      p: started(outgoing).replace('<startEvent', `${note}<startEvent`),
      c: file(el('collaboration', 'c', el('messageFlow', 'm', '', 'sourceRef="a" targetRef="b"') + el('participant', 'a') + el('participant', 'b'))), // prettier-ignore
    },
  },
});
