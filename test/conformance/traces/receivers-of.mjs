import { correlate } from '@wuqing/bpmn-engine';
import { startTriggersOf } from '@wuqing/bpmn-model';

/**
 * What the shell would do with a message or signal that case `from` has sent under the key `sent`: `[case, command]` for the one
 * receiver of a message, or the case that it starts (nobody: it is kept), and for all who wait for a signal now.
 */
export function receiversOf(sent, from, cases) {
  const wish = cases[from].driver.effects.find(({ messageId, signalId }) => (messageId ?? signalId) === sent);
  if (!wish) throw new Error(`Expected ${from} to have sent ${sent}`);
  return wish.type === 'PublishMessage' ? receiverOf(wish, cases) : hearersOf(wish, from, cases);
}

function receiverOf({ messageName: name, correlationKey, variables }, cases) {
  const waiting = Object.entries(cases).flatMap(([caseId, { driver }]) =>
    Object.entries(driver.state.subscriptions).map(([subscription, wait]) => ({
      caseId,
      subscription,
      ...wait,
      openedAt: 0,
    })),
  );
  const found = correlate(waiting, { name, correlationKey, expiresAt: 0 }, 0);
  if (!found) return startedBy(name, variables, cases).slice(0, 1);
  return [[found.caseId, { type: 'CorrelateMessage', subscription: found.subscription, variables }]];
}

const startedBy = (name, variables, cases) =>
  Object.entries(cases)
    .filter(([, { driver }]) => driver.state.status === 'created')
    .flatMap(
      ([
        id,
        {
          driver: { process },
        },
      ]) =>
        startTriggersOf(process)
          .filter(
            ({ definition: { kind, message } }) =>
              kind === 'message' && process.messages[message].name === name,
          )
          .map(({ elementId }) => [id, { type: 'StartProcessInstance', startEvent: elementId, variables }]),
    );

const hearersOf = ({ signalName, variables }, from, cases) =>
  Object.entries(cases)
    .filter(([id]) => id !== from)
    .flatMap(([id, { driver }]) =>
      Object.entries(driver.state.signals ?? {})
        .filter(([, wait]) => wait.signalName === signalName)
        .map(([subscription]) => [id, { type: 'TriggerSignal', subscription, variables }]),
    );
