import { proxySinks, type Sinks, type WorkflowInterceptors } from '@temporalio/workflow';
import type { JournalProposal } from '@wuqing/bpmn-engine';

/** Where a replayed workflow tells what it would have recorded. */
export interface ProposalSinks extends Sinks {
  readonly journal: { proposed(proposal: JournalProposal): void };
}

const { journal } = proxySinks<ProposalSinks>();

/** Bundled with the workflow in the replay specs alone: a replay runs no activity, so nobody else sees what it proposes. */
export const interceptors = (): WorkflowInterceptors => ({
  outbound: [
    {
      scheduleLocalActivity: (input, next) => {
        if (input.activityType === 'recordJournalEntry') journal.proposed(input.args[0] as JournalProposal);
        return next(input);
      },
    },
  ],
});
