import { boundKeyOf } from '@wuqing/bpmn-model';
import { evaluateDecision } from '@wuqing/decision';
import { ok } from '@wuqing/kernel';
import type { ElementBehavior } from '../element-behavior.js';
import { serviceInvoked } from '../events/sending.js';
import { fault } from '../step.js';
import { readerOf } from '../variables/variables.js';
import { standing } from '../view.js';

/** BPMN 2.0.2 §10.3.3.1 with `zeebe:calledDecision`: a DMN decision, whose result becomes the result variable. */
export const businessRuleTask: ElementBehavior<'businessRuleTask'> = {
  activate: (visit, view) => {
    const { key, elementId, node } = visit;
    if (!node.decision) {
      return node.worker
        ? ok(serviceInvoked(view, visit, node.worker))
        : fault('unknown-decision', `Expected a decision or a service at ${elementId}`);
    }
    const { decisionId, resultVariable } = node.decision;
    const decision = standing(view.context.decisions, boundKeyOf(decisionId, node.decision, visit.process));
    if (!decision) return fault('unknown-decision', `Expected decision ${decisionId} at ${elementId}`);
    const { now, timeZone, hostFunctions } = view.context;
    const result = evaluateDecision(decision, readerOf(view, key), { now, timeZone, hostFunctions });
    if (!result.ok) return fault('decision', result.error.message);
    return ok([{ next: { do: 'complete', key, variables: { [resultVariable]: result.value } } }]);
  },
};
