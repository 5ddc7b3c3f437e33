import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState, type ComponentType } from 'react';
import {
  casesChoicesOptions,
  type CaseDetailView,
  type IncidentView,
  type OperationChoicesView,
} from '../../../client/api.js';
import { caseWords } from '../../../words/case.words.js';
import { words } from '../../../words/words.js';
import { CancelDialog, ResumeDialog, ReturnDialog, SuspendDialog, type CaseDialog } from './case-dialogs.js';
import { IncidentList } from './incident-list.js';
import { AddMemberDialog, RemoveMemberDialog } from './member-dialogs.js';
import { MendDialog } from './mend-dialog.js';
import { MigrateDialog } from './migrate-dialog.js';
import { NO_CHOICES, offersOf, type OperationKind } from './offers-of.js';
import type { Done } from './operation-dialog.js';
import { OperationList } from './operation-list.js';
import { Outcome } from './outcome.js';
import { ActivateStepsDialog, ModifyDialog, RestartDialog, SkipDialog } from './step-dialogs.js';

const dialogs: Readonly<Record<OperationKind, ComponentType<CaseDialog>>> = {
  suspend: SuspendDialog,
  resume: ResumeDialog,
  return: ReturnDialog,
  skip: SkipDialog,
  modify: ModifyDialog,
  activateSteps: ActivateStepsDialog,
  addMember: AddMemberDialog,
  removeMember: RemoveMemberDialog,
  migrate: MigrateDialog,
  cancel: CancelDialog,
  restart: RestartDialog,
};

type Opened =
  | { readonly kind: OperationKind }
  | { readonly kind: 'mendIncident' | 'skipIncident'; readonly incident: IncidentView };

/** 处置: where the case is stuck and what the reader may do to it beside its steps; nothing where that is nothing. */
export function CaseOperations({ detail }: { readonly detail: CaseDetailView }) {
  const choices = useChoices(detail);
  const { done, onDone } = useDone(detail);
  const [opened, open] = useState<Opened>();
  const heading = useFocusAfter(opened !== undefined);
  const offers = offersOf(detail, choices);
  const mayAct = offers.length > 0 || detail.operations.includes('case.repair') || done !== undefined;
  // An open dialog stays until its command is settled, also where the answer leaves nothing more to do.
  if (offers.length === 0 && detail.incidents.length === 0 && !done && !opened) return null;
  return (
    <section className="card">
      <div className="hd">
        <h2 ref={heading} tabIndex={-1}>
          {mayAct ? words.operate : words.stuck}
        </h2>
        <span className="sp" />
        {offers.length > 0 && <span className="s t3">{caseWords.operateNote}</span>}
      </div>
      <div className="bd col">
        {done && <Outcome done={done} key={done.reply.command} />}
        <IncidentList
          detail={detail}
          onMend={(incident) => open({ kind: 'mendIncident', incident })}
          onSkip={(incident) => open({ kind: 'skipIncident', incident })}
        />
        <OperationList offers={offers} onOpen={(kind) => open({ kind })} />
      </div>
      {opened && (
        <DialogOf
          opened={opened}
          detail={detail}
          choices={choices ?? NO_CHOICES}
          onDone={onDone}
          onClose={() => open(undefined)}
        />
      )}
    </section>
  );
}

function DialogOf({ opened, ...rest }: CaseDialog & { readonly opened: Opened }) {
  if (opened.kind === 'mendIncident') return <MendDialog {...rest} incident={opened.incident} />;
  if (opened.kind === 'skipIncident') return <SkipDialog {...rest} element={opened.incident.key} />;
  const Chosen = dialogs[opened.kind];
  return <Chosen {...rest} />;
}

/** Asked only by whoever may do something with it. */
function useChoices({ id, operations, mayRestart }: CaseDetailView): OperationChoicesView | undefined {
  const { data } = useQuery({
    ...casesChoicesOptions({ path: { id } }),
    enabled: operations.length > 0 || mayRestart,
  });
  return data;
}

/** What was done last; where it opened another case, that one is shown. */
function useDone({ id }: CaseDetailView) {
  const [done, setDone] = useState<Done>();
  const navigate = useNavigate();
  const onDone = (next: Done) => {
    const caseId = next.reply.case.id;
    if (caseId === id) setDone(next);
    else void navigate({ to: '/cases/$caseId', params: { caseId } });
  };
  return { done, onDone };
}

/** The button that opened a dialog may be gone when it closes: whoever works by keyboard stays where he was. */
function useFocusAfter(isOpen: boolean) {
  const heading = useRef<HTMLHeadingElement>(null);
  const wasOpen = useRef(false);
  useEffect(() => {
    const isLost = !document.activeElement || document.activeElement === document.body;
    if (wasOpen.current && !isOpen && isLost) heading.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  return heading;
}
