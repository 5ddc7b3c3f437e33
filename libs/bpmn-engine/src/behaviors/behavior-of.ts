import type { ElementType } from '@wuqing/bpmn-model';
import type { ElementBehavior } from '../element-behavior.js';
import { boundaryEvent } from './boundary-event.behavior.js';
import { businessRuleTask } from './business-rule-task.behavior.js';
import { callActivity } from './call-activity.behavior.js';
import { endEvent } from './end-event.behavior.js';
import { eventBasedGateway } from './event-based-gateway.behavior.js';
import { exclusiveGateway } from './exclusive-gateway.behavior.js';
import { inclusiveGateway } from './inclusive-gateway.behavior.js';
import { intermediateCatchEvent } from './intermediate-catch-event.behavior.js';
import { intermediateThrowEvent } from './intermediate-throw-event.behavior.js';
import { parallelGateway } from './parallel-gateway.behavior.js';
import { receiveTask } from './receive-task.behavior.js';
import { scriptTask } from './script-task.behavior.js';
import { sendTask } from './send-task.behavior.js';
import { serviceTask } from './service-task.behavior.js';
import { startEvent } from './start-event.behavior.js';
import { subProcess } from './sub-process.behavior.js';
import { task } from './task.behavior.js';
import { userTask } from './user-task.behavior.js';

/** Every element that a compiled process can have; one without a behavior does not compile. */
const behaviors: { readonly [T in ElementType]: ElementBehavior<T> } = {
  boundaryEvent,
  businessRuleTask,
  callActivity,
  endEvent,
  eventBasedGateway,
  exclusiveGateway,
  inclusiveGateway,
  intermediateCatchEvent,
  intermediateThrowEvent,
  parallelGateway,
  receiveTask,
  scriptTask,
  sendTask,
  serviceTask,
  startEvent,
  subProcess,
  task,
  userTask,
};

/** The behavior of a node's type, seen as one that takes any node: the caller passes it only that node's visits. */
export const behaviorOf = (type: ElementType): ElementBehavior<ElementType> =>
  behaviors[type] as unknown as ElementBehavior<ElementType>;
