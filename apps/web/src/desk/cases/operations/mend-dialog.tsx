import type { JsonObject } from '@wuqing/kernel';
import { useState } from 'react';
import { caseOperationsResolveIncident, type IncidentView } from '../../../client/api.js';
import type { CaseDialog } from './case-dialogs.js';
import { OperationDialog } from './operation-dialog.js';
import { nameOf } from './picks-of.js';
import { VariableFields } from './variable-fields.js';
import { leads, verbs } from '../../../words/operation.words.js';

/** Variables are mended where some are given; without any the work is only tried again. */
export function MendDialog({
  detail,
  choices,
  incident,
  ...rest
}: CaseDialog & { readonly incident: IncidentView }) {
  const [variables, setVariables] = useState<JsonObject>({});
  const isMended = Object.keys(variables).length > 0;
  return (
    <OperationDialog
      {...rest}
      verb={verbs.mend}
      lead={leads.mend(nameOf(incident), incident.cause ?? '')}
      send={(reason, headers) =>
        caseOperationsResolveIncident({
          path: { id: detail.id },
          headers,
          body: { incident: incident.key, ...(isMended && { variables }), reason },
        })
      }
    >
      <VariableFields choices={choices.variables} elementId={incident.elementId} onChange={setVariables} />
    </OperationDialog>
  );
}
