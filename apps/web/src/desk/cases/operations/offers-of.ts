import type { CaseDetailView, OperationChoicesView } from '../../../client/api.js';
import { notes, verbs } from '../../../words/operation.words.js';

/** Nothing is chosen from beside the case's own steps. */
export const NO_CHOICES: OperationChoicesView = {
  steps: [],
  restartSteps: [],
  adHocs: [],
  loops: [],
  variables: [],
  versions: [],
};

export type OperationKind =
  | 'suspend'
  | 'resume'
  | 'return'
  | 'skip'
  | 'modify'
  | 'activateSteps'
  | 'addMember'
  | 'removeMember'
  | 'migrate'
  | 'cancel'
  | 'restart';

/** An operation that the reader may do now, with what it is good for. */
export interface Offer {
  readonly kind: OperationKind;
  readonly verb: string;
  readonly note: string;
}

/** What of a case says what may be done to it. */
export type OfferedOn = Pick<
  CaseDetailView,
  'suspendedAt' | 'returnTargets' | 'operations' | 'running' | 'parent' | 'mayCancel' | 'mayRestart'
>;

/** What the API says the reader may do, where there is something to do it to; the order in which they are shown. */
export function offersOf(detail: OfferedOn, choices: OperationChoicesView | undefined): Offer[] {
  const may = (operation: string): boolean => detail.operations.includes(operation);
  const has = (list: keyof OperationChoicesView): boolean => (choices?.[list].length ?? 0) > 0;
  const isSuspended = detail.suspendedAt !== null;
  const open: Readonly<Record<OperationKind, boolean>> = {
    suspend: may('case.suspend') && !isSuspended,
    resume: may('case.suspend') && isSuspended,
    return: detail.returnTargets.length > 0,
    activateSteps: has('adHocs'),
    addMember: has('loops'),
    removeMember: has('loops') && choices!.loops.some(({ members }) => members.length > 0),
    skip: may('case.override') && detail.running.length > 0,
    modify: may('case.override') && has('steps'),
    migrate: detail.parent === null && has('versions'),
    cancel: detail.mayCancel,
    restart: detail.mayRestart && has('restartSteps'),
  };
  return (Object.keys(open) as OperationKind[])
    .filter((kind) => open[kind])
    .map((kind) => ({ kind, verb: verbs[kind], note: notes[kind] }));
}
