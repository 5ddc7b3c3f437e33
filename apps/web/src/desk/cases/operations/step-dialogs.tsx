import { useState } from 'react';
import {
  caseCommandsRestart,
  caseOperationsActivateSteps,
  caseOperationsModify,
  caseOperationsSkip,
  type RunningElementView,
} from '../../../client/api.js';
import type { CaseDialog } from './case-dialogs.js';
import { OperationDialog } from './operation-dialog.js';
import { nameOf, runningPicks, stepPicks } from './picks-of.js';
import { Picker } from './picker.js';
import { asks, leads, verbs } from '../../../words/operation.words.js';

/** Gateways do no work that could be left out. */
export const isSkippable = ({ type }: Pick<RunningElementView, 'type'>): boolean => !type.endsWith('Gateway');

/** `element`: the key of the visit that is to be skipped, where that is known already. */
export function SkipDialog({ detail, element, ...rest }: CaseDialog & { readonly element?: string }) {
  const skippable = detail.running.filter(isSkippable);
  const [chosen, setChosen] = useState<readonly string[]>(element === undefined ? [] : [element]);
  const step = skippable.find(({ key }) => key === element);
  return (
    <OperationDialog
      {...rest}
      verb={verbs.skip}
      lead={leads.skip(step && nameOf(step))}
      send={(reason, headers) =>
        caseOperationsSkip({ path: { id: detail.id }, headers, body: { element: chosen[0]!, reason } })
      }
      isReady={chosen.length > 0}
    >
      {element === undefined && (
        <Picker
          legend={asks.skipWhich}
          picks={runningPicks(skippable)}
          chosen={chosen}
          onChange={setChosen}
          single
        />
      )}
    </OperationDialog>
  );
}

export function ModifyDialog({ detail, choices, ...rest }: CaseDialog) {
  const [terminate, setTerminate] = useState<readonly string[]>([]);
  const [activate, setActivate] = useState<readonly string[]>([]);
  return (
    <OperationDialog
      {...rest}
      verb={verbs.modify}
      lead={leads.modify}
      send={(reason, headers) =>
        caseOperationsModify({
          path: { id: detail.id },
          headers,
          body: { terminate: [...terminate], activate: activate.map((elementId) => ({ elementId })), reason },
        })
      }
      isReady={terminate.length + activate.length > 0}
    >
      <Picker
        legend={asks.terminate}
        picks={runningPicks(detail.running)}
        chosen={terminate}
        onChange={setTerminate}
      />
      <Picker
        legend={asks.activate}
        picks={stepPicks(choices.steps)}
        chosen={activate}
        onChange={setActivate}
      />
    </OperationDialog>
  );
}

export function RestartDialog({ detail, choices, ...rest }: CaseDialog) {
  const [startAt, setStartAt] = useState<readonly string[]>([]);
  return (
    <OperationDialog
      {...rest}
      verb={verbs.restart}
      lead={leads.restart}
      send={(reason, headers) =>
        caseCommandsRestart({ path: { id: detail.id }, headers, body: { startAt: [...startAt], reason } })
      }
      isReady={startAt.length > 0}
    >
      <Picker
        legend={asks.startAt}
        picks={stepPicks(choices.restartSteps)}
        chosen={startAt}
        onChange={setStartAt}
      />
    </OperationDialog>
  );
}

export function ActivateStepsDialog({ detail, choices, ...rest }: CaseDialog) {
  const [key, setKey] = useState(choices.adHocs[0]?.key);
  const [elements, setElements] = useState<readonly string[]>([]);
  const adHoc = choices.adHocs.find((one) => one.key === key);
  return (
    <OperationDialog
      {...rest}
      verb={verbs.activateSteps}
      lead={leads.activateSteps}
      send={(_, headers) =>
        caseOperationsActivateSteps({
          path: { id: detail.id },
          headers,
          body: { adHocSubProcess: key!, elements: [...elements] },
        })
      }
      isReady={elements.length > 0}
      asksReason={false}
    >
      {choices.adHocs.length > 1 && (
        <Picker
          legend={asks.adHoc}
          picks={choices.adHocs.map((one) => ({ value: one.key, label: nameOf(one) }))}
          chosen={key === undefined ? [] : [key]}
          onChange={([chosen]) => {
            setKey(chosen);
            setElements([]);
          }}
          single
        />
      )}
      <Picker
        legend={asks.startSteps}
        picks={stepPicks(adHoc?.steps ?? [])}
        chosen={elements}
        onChange={setElements}
      />
    </OperationDialog>
  );
}
