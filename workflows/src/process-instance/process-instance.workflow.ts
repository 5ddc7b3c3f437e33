import {
  ApplicationFailure,
  allHandlersFinished,
  condition,
  continueAsNew,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import {
  commandUpdates,
  failureTypes,
  processInstanceQuery,
  type CommandEnvelope,
  type ProcessInstanceInput,
} from '@wuqing/workflow-contracts';
import { assert } from '@wuqing/kernel';
import { CaseLane, refusal } from './case-lane.js';
import { untilRecorded } from './journal.js';
import { nearestTimer, type NearestTimer } from './nearest-timer.js';
import { ServiceCalls } from './service-calls.js';

/** The case: one lane of commands, one timer, and a new run before the history grows too long. */
export async function processInstance(input: ProcessInstanceInput): Promise<void> {
  let updates = 0;
  const lane: CaseLane = new CaseLane(input, (effects) =>
    effects.forEach((effect) => services.perform(effect)),
  );
  const services = new ServiceCalls((command) =>
    own(lane, { commandId: `service:${command.serviceTask}`, actorId: 'system:service', command }),
  );

  for (const update of Object.values(commandUpdates)) {
    setHandler(
      update,
      (envelope: CommandEnvelope) => {
        updates += 1;
        return lane.submit(envelope);
      },
      { validator: (envelope: CommandEnvelope) => refuseEarly(lane, envelope) },
    );
  }
  setHandler(processInstanceQuery, () => ({
    state: lane.state,
    position: lane.position,
    clockOffsetMs: input.clockOffsetMs,
  }));

  await lane.loaded;
  refuseForeignDefinition(lane);
  const ended = () => lane.state.status === 'completed' || lane.state.status === 'terminated';
  const full = () => updates >= input.updatesMax || workflowInfo().continueAsNewSuggested;
  while (!ended()) {
    if (full() && services.inFlight === 0) {
      await condition(allHandlersFinished);
      if (!ended()) return startAnew(input, lane);
      break;
    }
    await nextOccasion(lane, () => ended() || (full() && services.inFlight === 0));
  }
  await condition(allHandlersFinished);
}

/** A refusal here leaves no trace in the history. */
function refuseEarly(lane: CaseLane, envelope: CommandEnvelope): void {
  const rejection = lane.refusalOf(envelope);
  if (rejection) throw refusal(rejection);
}

function refuseForeignDefinition({ processKey }: CaseLane): void {
  const { workflowType } = workflowInfo();
  if (processKey !== workflowType) {
    throw ApplicationFailure.nonRetryable(
      `Expected a definition of ${workflowType}, found ${processKey}`,
      failureTypes.incident,
    );
  }
}

/** Waits until the nearest timer is due, and triggers it, or until the nearest is another one, or `interrupted`. */
async function nextOccasion(lane: CaseLane, interrupted: () => boolean): Promise<void> {
  const timer = nearestTimer(lane.state.timers);
  const changed = () => interrupted() || !sameTimer(timer, nearestTimer(lane.state.timers));
  if (!timer) return condition(changed);
  const wait = Math.max(0, timer.dueAt - lane.now);
  if (wait > 0 && (await condition(changed, wait))) return;
  await own(lane, {
    commandId: `timer:${timer.key}`,
    actorId: 'system:timer',
    command: { type: 'TriggerTimer', timer: timer.key },
  });
  assert(
    sameTimer(timer, nearestTimer(lane.state.timers)) === false,
    `Expected timer ${timer.key} to be done after its command`,
  );
}

const sameTimer = (a: NearestTimer | undefined, b: NearestTimer | undefined): boolean =>
  a?.key === b?.key && a?.dueAt === b?.dueAt;

/** A command of the workflow's own; one that is too late, because another entry closed its element first, is no fault. */
async function own(lane: CaseLane, envelope: CommandEnvelope): Promise<void> {
  try {
    await untilRecorded(() => lane.submit(envelope));
  } catch (error) {
    if (!(error instanceof ApplicationFailure) || error.type !== failureTypes.rejection) throw error;
  }
}

const startAnew = (input: ProcessInstanceInput, { state, position }: CaseLane): Promise<never> =>
  continueAsNew<(input: ProcessInstanceInput) => Promise<void>>({ ...input, carried: { state, position } });
