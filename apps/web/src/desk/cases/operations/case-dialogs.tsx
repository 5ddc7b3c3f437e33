import { useState } from 'react';
import {
  caseCommandsCancel,
  caseCommandsReturn,
  caseOperationsResume,
  caseOperationsSuspend,
  type CaseDetailView,
  type OperationChoicesView,
} from '../../../client/api.js';
import { OperationDialog, type OpenDialog } from './operation-dialog.js';
import { elementPicks } from './picks-of.js';
import { Picker } from './picker.js';
import { asks, leads, verbs } from '../../../words/operation.words.js';

/** What is done to a case: with what the reader may choose from. */
export interface CaseDialog extends OpenDialog {
  readonly detail: CaseDetailView;
  readonly choices: OperationChoicesView;
}

export function SuspendDialog({ detail, ...rest }: CaseDialog) {
  return (
    <OperationDialog
      {...rest}
      verb={verbs.suspend}
      lead={leads.suspend(detail)}
      send={(reason, headers) =>
        caseOperationsSuspend({ path: { id: detail.id }, headers, body: { reason } })
      }
    />
  );
}

export function ResumeDialog({ detail, ...rest }: CaseDialog) {
  return (
    <OperationDialog
      {...rest}
      verb={verbs.resume}
      lead={leads.resume(detail)}
      send={(reason, headers) => caseOperationsResume({ path: { id: detail.id }, headers, body: { reason } })}
    />
  );
}

export function CancelDialog({ detail, ...rest }: CaseDialog) {
  return (
    <OperationDialog
      {...rest}
      verb={verbs.cancel}
      lead={leads.cancel(detail)}
      send={(reason, headers) => caseCommandsCancel({ path: { id: detail.id }, headers, body: { reason } })}
      isGrave
    />
  );
}

export function ReturnDialog({ detail, ...rest }: CaseDialog) {
  const [target, setTarget] = useState(detail.returnTargets.slice(0, 1).map(({ elementId }) => elementId));
  return (
    <OperationDialog
      {...rest}
      verb={verbs.return}
      lead={leads.return}
      send={(reason, headers) =>
        caseCommandsReturn({ path: { id: detail.id }, headers, body: { target: target[0]!, reason } })
      }
    >
      <Picker
        legend={asks.returnTo}
        picks={elementPicks(detail.returnTargets)}
        chosen={target}
        onChange={(chosen) => setTarget([...chosen])}
        single
      />
    </OperationDialog>
  );
}
