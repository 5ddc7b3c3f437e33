import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { request } from '../../shared/api.js';
import type { MigrationPlan } from '../../shared/contract.js';
import { momentOf } from '../../shared/moment.js';
import { ProblemNotice } from '../../shared/problem-notice.js';
import type { CaseDialog } from './case-dialogs.js';
import type { Mapping } from './mapping-fields.js';
import { MigrationPlanView } from './migration-plan.js';
import { OperationDialog } from './operation-dialog.js';
import { TimersPicker } from './timers-picker.js';
import { asks, leads, tells, verbs } from './operation-words.js';

/** Tried first: the move can be made only as it was shown, and only where all of it can move. */
export function MigrateDialog({ detail, choices: { versions }, ...rest }: CaseDialog) {
  const [version, setVersion] = useState((versions.find(({ inForce }) => inForce) ?? versions[0]!).version);
  const [mapping, setMapping] = useState<Mapping>({});
  const [timers, setTimers] = useState('keep');
  const { data: plan, error, isPlaceholderData } = usePlan(detail.id, version, mapping);
  return (
    <OperationDialog
      {...rest}
      verb={verbs.migrate}
      lead={leads.migrate}
      path={`/cases/${detail.id}/migration`}
      body={{ version, mapping, timers }}
      isReady={plan?.movable === true && !isPlaceholderData && !error}
    >
      <div className="field">
        <label htmlFor="migration-version">{asks.version}</label>
        <select
          id="migration-version"
          value={version}
          onChange={(event) => {
            setVersion(Number(event.target.value));
            setMapping({});
          }}
        >
          {versions.map((one) => (
            <option key={one.version} value={one.version}>
              {tells.version(one.version, one.inForce, momentOf(one.effectiveFrom).slice(0, 10))}
            </option>
          ))}
        </select>
      </div>
      <ProblemNotice error={error} listed />
      {plan && !error && <MigrationPlanView plan={plan} mapping={mapping} onMap={setMapping} />}
      <TimersPicker value={timers} onChange={setTimers} />
    </OperationDialog>
  );
}

/** The dry run of just this choice; nothing is written by it. */
function usePlan(caseId: string, version: number, mapping: Mapping) {
  return useQuery({
    queryKey: ['case', caseId, 'migration-plan', version, mapping],
    queryFn: async () => {
      const path = `/cases/${caseId}/migration-plan`;
      return (await request<MigrationPlan>('POST', path, { version, mapping })).body;
    },
    placeholderData: keepPreviousData,
    retry: false,
  });
}
