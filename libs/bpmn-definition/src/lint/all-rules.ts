import type { Rule } from './rule.js';
import { boundaryAttachment } from './rules/boundary-attachment.rule.js';
import { businessRuleTask } from './rules/business-rule-task.rule.js';
import { callActivityTarget } from './rules/call-activity-target.rule.js';
import { danglingReference } from './rules/dangling-reference.rule.js';
import { declaredPayload } from './rules/declared-payload.rule.js';
import { deadEnd } from './rules/dead-end.rule.js';
import { elementCount } from './rules/element-count.rule.js';
import { elementId } from './rules/element-id.rule.js';
import { endEvent } from './rules/end-event.rule.js';
import { eventDefinition } from './rules/event-definition.rule.js';
import { executableProcess } from './rules/executable-process.rule.js';
import { expression } from './rules/expression.rule.js';
import { extension } from './rules/extension.rule.js';
import { foreignBehavior } from './rules/foreign-behavior.rule.js';
import { flowCondition } from './rules/flow-condition.rule.js';
import { flowEnd } from './rules/flow-end.rule.js';
import { gatewayDefault } from './rules/gateway-default.rule.js';
import { guard } from './rules/guard.rule.js';
import { ioMapping } from './rules/io-mapping.rule.js';
import { knownWord } from './rules/known-word.rule.js';
import { knownVariable } from './rules/known-variable.rule.js';
import { loop } from './rules/loop.rule.js';
import { messageDefinition } from './rules/message-definition.rule.js';
import { ownWord } from './rules/own-word.rule.js';
import { reachableNode } from './rules/reachable-node.rule.js';
import { oneCatcher } from './rules/one-catcher.rule.js';
import { outputCollection } from './rules/output-collection.rule.js';
import { nestingDepth } from './rules/nesting-depth.rule.js';
import { readableContent } from './rules/readable-content.rule.js';
import { scriptTask } from './rules/script-task.rule.js';
import { serviceTaskType } from './rules/service-task-type.rule.js';
import { startEvent } from './rules/start-event.rule.js';
import { subProcessStructure } from './rules/sub-process-structure.rule.js';
import { supportedElement } from './rules/supported-element.rule.js';
import { supportedExtension } from './rules/supported-extension.rule.js';
import { textLength } from './rules/text-length.rule.js';
import { timerDefinition } from './rules/timer-definition.rule.js';
import { unexecutedContent } from './rules/unexecuted-content.rule.js';
import { uniqueId } from './rules/unique-id.rule.js';
import { userTaskAssignment } from './rules/user-task-assignment.rule.js';
import { userTaskForm } from './rules/user-task-form.rule.js';
import { writtenOnce } from './rules/written-once.rule.js';
import { cancelEvent } from './rules/cancel-event.rule.js';
import { compensationHandler } from './rules/compensation-handler.rule.js';
import { eventGateway } from './rules/event-gateway.rule.js';
import { eventReference } from './rules/event-reference.rule.js';
import { linkPair } from './rules/link-pair.rule.js';
import { selfStart } from './rules/self-start.rule.js';
import { sentMessage } from './rules/sent-message.rule.js';
import { statedTime } from './rules/stated-time.rule.js';

/** The rules in alphabetical order; they look at the drawing alone. */
export const drawingRules: readonly Rule[] = [
  boundaryAttachment,
  businessRuleTask,
  callActivityTarget,
  cancelEvent,
  compensationHandler,
  danglingReference,
  deadEnd,
  declaredPayload,
  endEvent,
  eventDefinition,
  eventGateway,
  eventReference,
  executableProcess,
  expression,
  flowCondition,
  flowEnd,
  foreignBehavior,
  gatewayDefault,
  guard,
  ioMapping,
  linkPair,
  knownVariable,
  knownWord,
  loop,
  messageDefinition,
  ownWord,
  oneCatcher,
  outputCollection,
  reachableNode,
  readableContent,
  scriptTask,
  selfStart,
  sentMessage,
  serviceTaskType,
  startEvent,
  statedTime,
  subProcessStructure,
  supportedElement,
  supportedExtension,
  textLength,
  timerDefinition,
  unexecutedContent,
  userTaskAssignment,
  userTaskForm,
  writtenOnce,
];

/** Asked first, one after another: what one of them finds is all that is said. */
export const limitRules: readonly Rule[] = [elementCount, nestingDepth, elementId, uniqueId];

/** Needs a drawing without errors. */
export const extensionRule: Rule = extension;
