import { useState } from 'react';
import type { CaseDetail, OperationChoices } from '../../shared/contract.js';
import { OperationDialog, type OpenDialog } from './operation-dialog.js';
import { elementPicks } from './picks-of.js';
import { Picker } from './picker.js';
import { asks, leads, verbs } from './operation-words.js';

/** What is done to a case: with what the reader may choose from. */
export interface CaseDialog extends OpenDialog {
  readonly detail: CaseDetail;
  readonly choices: OperationChoices;
}

export function SuspendDialog({ detail, ...rest }: CaseDialog) {
  return (
    <OperationDialog
      {...rest}
      verb={verbs.suspend}
      lead={leads.suspend(detail)}
      path={`/cases/${detail.id}/suspension`}
      body={{}}
    />
  );
}

export function ResumeDialog({ detail, ...rest }: CaseDialog) {
  return (
    <OperationDialog
      {...rest}
      verb={verbs.resume}
      lead={leads.resume(detail)}
      path={`/cases/${detail.id}/resumption`}
      body={{}}
    />
  );
}

export function CancelDialog({ detail, ...rest }: CaseDialog) {
  return (
    <OperationDialog
      {...rest}
      verb={verbs.cancel}
      lead={leads.cancel(detail)}
      path={`/cases/${detail.id}/cancellation`}
      body={{}}
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
      path={`/cases/${detail.id}/return`}
      body={{ target: target[0] }}
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
