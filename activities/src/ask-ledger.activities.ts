import { ApplicationFailure } from '@temporalio/activity';
import { instant, isoOf, required } from '@wuqing/kernel';
import {
  answerLedger,
  faultOf,
  isPassing,
  unitOfCase,
  type Actor,
  type UnitOfWork,
} from '@wuqing/persistence';
import { failureTypes, type ProcessActivities } from '@wuqing/workflow-contracts';

export interface LedgerDependencies {
  readonly unitOfWork: UnitOfWork;
  readonly actor: Actor;
}

export function createLedgerActivities({
  unitOfWork,
  actor,
}: LedgerDependencies): Pick<ProcessActivities, 'askLedger'> {
  return {
    async askLedger({ caseId, commandId, actorId, at, question }) {
      try {
        return await unitOfWork.look(actor, async (work) => {
          const unitId = required(await unitOfCase(work, caseId), `case ${caseId}`);
          const scene = { caseId, unitId, commandId, actorId, at: isoOf(instant(at)) };
          return (await answerLedger(work, scene, question)).result;
        });
      } catch (error) {
        if (isPassing(error)) throw error;
        throw ApplicationFailure.nonRetryable(faultOf(error), failureTypes.incident);
      }
    },
  };
}
