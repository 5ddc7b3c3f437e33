import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { caseHistoryPlanMigration, caseOperationsMigration } from '../../../client/api.js';
import { momentOf } from '../../../kit/moment.js';
import { asks, leads, tells, verbs } from '../../../words/operation.words.js';
import { Labelled } from '../../../kit/labelled.js';
import { Failure } from '../../states/failure.js';
import type { CaseDialog } from './case-dialogs.js';
import type { Mapping } from './mapping-fields.js';
import { MigrationPlanView } from './migration-plan.js';
import { OperationDialog } from './operation-dialog.js';
import { TimersPicker, type Timers } from './timers-picker.js';

/** Tried first: the move can be made only as it was shown, and only where all of it can move. */
export function MigrateDialog({ detail, choices: { versions }, ...rest }: CaseDialog) {
  const [version, setVersion] = useState((versions.find(({ inForce }) => inForce) ?? versions[0]!).version);
  const [mapping, setMapping] = useState<Mapping>({});
  const [timers, setTimers] = useState<Timers>('keep');
  const { data: plan, error, isPlaceholderData } = usePlan(detail.id, version, mapping);
  const path = { id: detail.id };
  return (
    <OperationDialog
      {...rest}
      verb={verbs.migrate}
      lead={leads.migrate}
      send={(reason, headers) =>
        caseOperationsMigration({ path, headers, body: { version, mapping: { ...mapping }, timers, reason } })
      }
      isReady={plan?.movable === true && !isPlaceholderData && !error}
    >
      <Labelled title={asks.version}>
        <Select
          value={version}
          options={versions.map((one) => ({
            value: one.version,
            label: tells.version(one.version, one.inForce, momentOf(one.effectiveFrom).slice(0, 10)),
          }))}
          onChange={(chosen) => {
            setVersion(chosen);
            setMapping({});
          }}
        />
      </Labelled>
      <Failure error={error} />
      {plan && !error && <MigrationPlanView plan={plan} mapping={mapping} onMap={setMapping} />}
      <TimersPicker value={timers} onChange={setTimers} />
    </OperationDialog>
  );
}

/** The dry run of just this choice; nothing is written by it. */
function usePlan(caseId: string, version: number, mapping: Mapping) {
  return useQuery({
    queryKey: ['case', caseId, 'migration-plan', version, mapping],
    queryFn: async () =>
      (await caseHistoryPlanMigration({ path: { id: caseId }, body: { version, mapping: { ...mapping } } }))
        .data,
    placeholderData: keepPreviousData,
    retry: false,
  });
}
