import type { ExecutableProcess, FlowNode } from '@wuqing/bpmn-model';

const SIZES = { event: [36, 36], gateway: [50, 50], activity: [100, 80] } as const;
const STEP = 150;
const MIDDLE = 140;

/** A plain picture of a flat process, one element beside the other: what a viewer needs, not what an engine reads. */
export function draw({ key, name, nodes, flows }: ExecutableProcess): string {
  const all = Object.values(nodes);
  const places = new Map(all.map((node, index) => [node.id, placeOf(node, index)]));
  const elements = all.map(({ id, type, name: title }) => `<bpmn:${type} id="${id}" name="${title}"/>`);
  const lines = Object.values(flows).map(
    ({ id, source, target }) => `<bpmn:sequenceFlow id="${id}" sourceRef="${source}" targetRef="${target}"/>`,
  );
  const shapes = [...places].map(
    ([id, { x, y, width, height }]) => `<bpmndi:BPMNShape id="${id}_di" bpmnElement="${id}">
      <dc:Bounds x="${x}" y="${y}" width="${width}" height="${height}"/></bpmndi:BPMNShape>`,
  );
  const edges = Object.values(flows).map(({ id, source, target }) => {
    const [from, to] = [places.get(source)!, places.get(target)!];
    return `<bpmndi:BPMNEdge id="${id}_di" bpmnElement="${id}">
      <di:waypoint x="${from.x + from.width}" y="${MIDDLE}"/><di:waypoint x="${to.x}" y="${MIDDLE}"/></bpmndi:BPMNEdge>`;
  });
  return `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
      xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC"
      xmlns:di="http://www.omg.org/spec/DD/20100524/DI" targetNamespace="urn:wuqing:test">
    <bpmn:process id="${key}" name="${name}">${elements.join('')}${lines.join('')}</bpmn:process>
    <bpmndi:BPMNDiagram><bpmndi:BPMNPlane bpmnElement="${key}">${shapes.join('')}${edges.join('')}</bpmndi:BPMNPlane>
    </bpmndi:BPMNDiagram></bpmn:definitions>`;
}

function placeOf({ type }: FlowNode, index: number) {
  const [width, height] = /Event$/.test(type)
    ? SIZES.event
    : /Gateway$/.test(type)
      ? SIZES.gateway
      : SIZES.activity;
  return { x: 60 + index * STEP, y: MIDDLE - height / 2, width, height };
}
