import {
  ApplicationFailure,
  allHandlersFinished,
  condition,
  continueAsNew,
  patched,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import {
  catchUpUpdate,
  commandUpdates,
  failureTypes,
  processInstanceQuery,
  type CommandEnvelope,
  type ProcessInstanceInput,
} from '@wuqing/workflow-contracts';
import type { Rejection } from '@wuqing/bpmn-engine';
import { assert } from '@wuqing/kernel';
import { CaseLane, refusal } from './case-lane.js';
import { mendingPause, untilRecorded } from './journal.js';
import { PutOffTimers, type NearestTimer } from './nearest-timer.js';
import { ServiceCalls } from './service-calls.js';

/** A service that a town runs has office hours' patience, not a day's. */
const SERVICE_ANSWER_WITHIN_MS = 10 * 60_000;

/** The case: one lane of commands, one timer, and a new run before the history grows too long. */
export async function processInstance(input: ProcessInstanceInput): Promise<void> {
  let updates = 0;
  const lane: CaseLane = new CaseLane(input, (effects, position) =>
    effects.forEach((effect) => services.perform(effect, position)),
  );
  const services = new ServiceCalls({
    answerWithinMs: input.serviceAnswerWithinMs ?? SERVICE_ANSWER_WITHIN_MS,
    settle: (commandId, command) => own(lane, { commandId, actorId: 'system:service', command }),
  });

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
  setHandler(catchUpUpdate, ({ seenPosition }) => {
    updates += 1;
    return lane.catchUpTo(seenPosition);
  });
  setHandler(processInstanceQuery, () => ({
    state: lane.state,
    position: lane.position,
    clockOffsetMs: input.clockOffsetMs,
  }));

  const putOff = new PutOffTimers();
  await lane.loaded;
  for (const { effect, position } of input.carried?.calls ?? []) services.perform(effect, position);
  refuseForeignDefinition(lane);
  const ended = () => lane.state.status === 'completed' || lane.state.status === 'terminated';
  const full = () => updates >= input.updatesMax || workflowInfo().continueAsNewSuggested;
  while (!ended()) {
    if (full() && services.inFlight === 0) {
      await condition(allHandlersFinished);
      if (!ended()) return startAnew(input, lane);
      break;
    }
    await nextOccasion(lane, putOff, () => ended() || (full() && services.inFlight === 0));
  }
  await condition(allHandlersFinished);
}

/** A refusal here leaves no trace in the history. */
function refuseEarly(lane: CaseLane, envelope: CommandEnvelope): void {
  const rejection = lane.refusalOf(envelope);
  if (rejection) throw refusal(rejection, lane.position);
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
async function nextOccasion(lane: CaseLane, putOff: PutOffTimers, interrupted: () => boolean): Promise<void> {
  const nearest = () => putOff.nearest(lane.state.timers);
  const timer = nearest();
  const changed = () => interrupted() || !sameTimer(timer, nearest());
  if (!timer) return condition(changed);
  const wait = Math.max(0, timer.dueAt - lane.now);
  if (wait > 0 && (await condition(changed, wait))) return;
  let isStuck = false;
  const command = { type: 'TriggerTimer', timer: timer.key } as const;
  await own(
    lane,
    { commandId: `timer:${timer.key}`, actorId: 'system:timer', command },
    () => (isStuck = patched('a timer that cannot be recorded is put off')),
  );
  if (isStuck) return putOff.putOff(timer.key, lane.now, mendingPause);
  putOff.forget(timer.key);
  assert(sameTimer(timer, nearest()) === false, `Expected timer ${timer.key} to be done after its command`);
}

const sameTimer = (a: NearestTimer | undefined, b: NearestTimer | undefined): boolean =>
  a?.key === b?.key && a?.dueAt === b?.dueAt;

/**
 * A command of the workflow's own, and the refusal where it is refused; one that is too late, because another entry
 * closed its element first, is no fault.
 */
async function own(
  lane: CaseLane,
  envelope: CommandEnvelope,
  isPutOff?: () => boolean,
): Promise<Rejection | undefined> {
  try {
    await untilRecorded(() => lane.submit(envelope), isPutOff);
    return undefined;
  } catch (error) {
    if (!(error instanceof ApplicationFailure) || error.type !== failureTypes.rejection) throw error;
    return error.details?.[0] as Rejection;
  }
}

function startAnew(
  input: ProcessInstanceInput,
  { state, position, checksum, called }: CaseLane,
): Promise<never> {
  const bindings = called.carried;
  return continueAsNew<(input: ProcessInstanceInput) => Promise<void>>({
    ...input,
    definitionChecksum: checksum,
    carried: { state, position, ...(bindings && { bindings }) },
  });
}
