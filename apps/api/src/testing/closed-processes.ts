const NAMESPACES = `xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"
  xmlns:wq="urn:wuqing:bpmn:1" id="definitions" targetNamespace="urn:wuqing:process"`;

const FORM = 'two-user-tasks-register';

const file = (key: string, name: string, inside: string): string =>
  `<bpmn:definitions ${NAMESPACES}><bpmn:message id="report-message" name="report">
    <bpmn:extensionElements><zeebe:subscription correlationKey="=caseId"/></bpmn:extensionElements></bpmn:message>
  <bpmn:message id="objection-message" name="objection">
    <bpmn:extensionElements><zeebe:subscription correlationKey="=caseId"/></bpmn:extensionElements></bpmn:message>
  <bpmn:process id="${key}" name="${name}" isExecutable="true">${inside}</bpmn:process></bpmn:definitions>`;

const step = (id: string, name: string, who: string, mark = ''): string =>
  `<bpmn:userTask id="${id}" name="${name}"><bpmn:extensionElements><zeebe:userTask/>
    <zeebe:formDefinition formId="${FORM}"/><zeebe:assignmentDefinition candidateGroups="${who}"/>${mark}
  </bpmn:extensionElements></bpmn:userTask>`;

const flow = (source: string, target: string): string =>
  `<bpmn:sequenceFlow id="${source}--${target}" sourceRef="${source}" targetRef="${target}"/>`;

const beside = (id: string, name: string): string =>
  `<bpmn:boundaryEvent id="${id}" name="${name}" attachedToRef="work" cancelActivity="false">
    <bpmn:messageEventDefinition id="${id}-definition" messageRef="${id}-message"/></bpmn:boundaryEvent>`;

const level = (mark: 'V' | 'T' | 'N'): string => `<wq:confidential level="${mark}"/>`;

export const INSPECTORS = 'office-clerk@office:jiwei';

/** A case that is closed as a whole; its one step is the discipline office's. */
export const closedProcess = (key: string, mark: 'T' | 'N'): string =>
  file(
    key,
    `限定知情的事项${mark}`,
    `<bpmn:extensionElements>${level(mark)}</bpmn:extensionElements><bpmn:startEvent id="start"/>
    ${step(`${key}-step`, `保密核查${mark}`, INSPECTORS)}<bpmn:endEvent id="end"/>
    ${flow('start', `${key}-step`)}${flow(`${key}-step`, 'end')}`,
  );

/** An open case; a report leads to a closed step beside the work, an objection to one that names the village as reader. */
export const OPEN_KEY = 'open-case';
export const openProcess: string = file(
  OPEN_KEY,
  '公开办理的事项',
  `<bpmn:startEvent id="start"/>${step('work', '实施', 'village-clerk')}${beside('report', '收到反映')}
  ${beside('objection', '收到异议')}${step('look', '核查反映', INSPECTORS, level('T'))}
  ${step('answer', '答复异议', 'village-director', level('V'))}
  <bpmn:endEvent id="end"/><bpmn:endEvent id="end-report"/><bpmn:endEvent id="end-objection"/>
  ${flow('start', 'work')}${flow('work', 'end')}${flow('report', 'look')}${flow('look', 'end-report')}
  ${flow('objection', 'answer')}${flow('answer', 'end-objection')}`,
);

/** An open case that calls another where nobody of the village may know of it. */
export const CALLING_KEY = 'open-calling';
export const callingProcess: string = file(
  CALLING_KEY,
  '有保密环节的事项',
  `<bpmn:startEvent id="start"/>
  <bpmn:callActivity id="call" name="另案核查"><bpmn:extensionElements><zeebe:calledElement processId="two-user-tasks"/>
    ${level('T')}</bpmn:extensionElements></bpmn:callActivity>
  <bpmn:endEvent id="end"/>${flow('start', 'call')}${flow('call', 'end')}`,
);
