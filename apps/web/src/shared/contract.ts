/** What the API answers, as far as these pages read it. */
export interface Me {
  readonly person: { readonly id: string; readonly name: string };
  readonly positions: readonly {
    readonly key: string;
    readonly title?: string;
    readonly unitId: string;
    readonly unitName?: string;
  }[];
  readonly csrfToken: string;
  /** May mend cases that are stuck. */
  readonly mayRepair: boolean;
  /** May move many cases to another version at once. */
  readonly mayMigrate: boolean;
  /** May invite the holders of accounts, and reset their passwords. */
  readonly mayInvite: boolean;
  readonly mustChangePassword: boolean;
}

export interface ClockBadgeValue {
  readonly shape: string;
  readonly text: string;
  readonly tone: string;
  readonly dueOn?: string;
  readonly provisional?: boolean;
  readonly unconfirmed?: boolean;
}

export interface Page<T> {
  readonly items: readonly T[];
  readonly next?: string | null;
}

export interface TaskRow {
  readonly id: string;
  readonly name: string;
  readonly caseId: string;
  readonly caseTitle: string;
  readonly caseNumber?: string;
  readonly unitName?: string;
  readonly assigneeId?: string | null;
  readonly clock?: ClockBadgeValue | null;
}

/** The part of JSON Schema 2020-12 that forms use. */
export interface FieldSchema {
  readonly type?: string;
  readonly title?: string;
  readonly description?: string;
  readonly format?: string;
  readonly enum?: readonly string[];
  readonly items?: FieldSchema;
  readonly maxLength?: number;
  readonly 'x-labels'?: Readonly<Record<string, string>>;
  readonly 'x-money'?: boolean;
  readonly 'x-person'?: boolean;
  readonly 'x-attachment'?: boolean;
}

export interface FormDefinition {
  readonly key: string;
  readonly title: string;
  readonly schema: {
    readonly properties?: Readonly<Record<string, FieldSchema>>;
    readonly required?: readonly string[];
  };
  readonly ui?: { readonly order?: readonly string[]; readonly widgets?: Readonly<Record<string, string>> };
}

export interface RollPerson {
  readonly id: string;
  readonly name: string;
  readonly mayVote: boolean;
  readonly mustRecuse: boolean;
}

/** Who sits in the meeting that a step records; not `complete`: only those who must recuse themselves. */
export interface MeetingRoll {
  readonly complete: boolean;
  readonly persons: readonly RollPerson[];
}

export interface TaskDetail extends TaskRow {
  readonly state: string;
  readonly rowVersion: number;
  readonly form: FormDefinition | null;
  readonly prefill?: Readonly<Record<string, unknown>>;
  readonly roll?: MeetingRoll | null;
}

export interface CaseRow {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly processName?: string;
  readonly unitName?: string;
  readonly status: string;
  /** Since when it stands still. */
  readonly suspendedAt: string | null;
}

export interface CaseDetail extends CaseRow {
  readonly tasks: readonly TaskRow[];
  readonly linked: readonly { readonly id: string; readonly number: string; readonly title: string }[];
  /** Where the town may order a closed case to be taken up again; empty for everybody else. */
  readonly reopenTargets: readonly { readonly elementId: string; readonly name: string }[];
  /** The reader may start a case that comes out of this one. */
  readonly mayLink: boolean;
  readonly incidents: readonly Incident[];
  /** Steps that were done, the latest first; empty for whoever may not return the case. */
  readonly returnTargets: readonly Element[];
  readonly mayCancel: boolean;
  readonly mayRestart: boolean;
  /** What else the reader may do to it now: `case.suspend`, `case.repair` … */
  readonly operations: readonly string[];
  readonly running: readonly RunningElement[];
  readonly parent: { readonly id: string } | null;
  /** All that call each other around this case, the root first; empty where nobody calls. */
  readonly callTree: readonly CallTreeNode[];
}

/** A step, by its name in the diagram. */
export interface Element {
  readonly elementId: string;
  readonly name: string;
}

/** `cause`, `detail`: only for whoever may mend it. */
export interface Incident extends Element {
  readonly key: string;
  readonly code: string;
  readonly message: string;
  readonly cause: string | null;
  readonly detail: string | null;
  readonly raisedAt: string;
}

export interface RunningElement extends Element {
  readonly key: string;
  readonly type: string;
  readonly isLoop: boolean;
}

export interface CallTreeNode {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly processName: string;
  readonly status: string;
  readonly parentId: string | null;
  readonly suspended: boolean;
  readonly stuck: boolean;
}

export interface StuckCase {
  readonly caseId: string;
  readonly caseNumber: string;
  readonly caseTitle: string;
  readonly processName: string;
  readonly unitName: string;
  readonly since: string;
  readonly incidents: readonly Incident[];
}

export interface StepChoice extends Element {
  readonly type: string;
  /** Name of the sub-process that it lies in. */
  readonly within: string;
}

export interface LoopChoice extends Element {
  readonly key: string;
  readonly needsItem: boolean;
  readonly members: readonly {
    readonly number: number;
    readonly state: 'running' | 'to-come';
    readonly assignee: string | null;
  }[];
}

export interface VariableChoice {
  readonly name: string;
  readonly title: string;
  /** Null where no form asks for it. */
  readonly schema: FieldSchema | null;
  readonly isSet: boolean;
  /** Ids of the stuck steps that read it. */
  readonly readBy: readonly string[];
}

/** What an operator chooses from; a list is empty for whoever may not do what asks for it. */
export interface OperationChoices {
  readonly steps: readonly StepChoice[];
  readonly restartSteps: readonly StepChoice[];
  readonly adHocs: readonly (Element & { readonly key: string; readonly steps: readonly StepChoice[] })[];
  readonly loops: readonly LoopChoice[];
  readonly variables: readonly VariableChoice[];
  readonly versions: readonly VersionChoice[];
}

export interface VersionChoice {
  readonly version: number;
  readonly inForce: boolean;
  readonly effectiveFrom: string;
}

export interface ProcessVersions {
  readonly processKey: string;
  readonly processName: string;
  /** The newest first; `running`: cases that go by it. */
  readonly versions: readonly (VersionChoice & { readonly running: number })[];
}

export interface PlannedCase {
  readonly case: CaseRow;
  readonly movable: boolean;
  readonly reasons: readonly (Element & { readonly reason: string })[];
}

export interface PlannedCases extends Page<PlannedCase> {
  readonly steps: readonly StepChoice[];
}

/** The address of its outcome, or why it was not taken on. */
export interface TakenCase {
  readonly caseId: string;
  readonly command: string | null;
  readonly problem: string | null;
}

export interface MigrationPlan {
  readonly version: number;
  readonly movable: boolean;
  readonly reasons: readonly (Element & { readonly reason: string })[];
  readonly moves: readonly (Element & { readonly to: Element | null })[];
  readonly steps: readonly StepChoice[];
}

/** 200 or 201 with the case, or 202 with the address under which the outcome will stand. */
export interface CommandReply {
  readonly status?: 'pending';
  readonly command: string;
  readonly case: CaseRow;
}

export interface CommandState {
  readonly status: 'pending' | 'accepted' | 'rejected' | 'conflict' | 'incident';
  readonly problem?: string;
}

export interface TimelineField {
  readonly key: string;
  readonly title: string;
  readonly value: unknown;
  readonly masked?: boolean;
}

export interface TimelineItem {
  readonly at: string;
  /** The day, as the village counts it. */
  readonly on: string;
  readonly kind: string;
  readonly text: string;
  readonly actor?: { readonly name: string } | null;
  readonly detail?: string | null;
  readonly fields?: readonly TimelineField[];
}

export interface DiagramView {
  readonly xml: string;
  readonly taken: Readonly<Record<string, number>>;
  readonly active: readonly string[];
  readonly incidents: readonly string[];
}

export interface ProcessRow {
  readonly key: string;
  readonly name: string;
  /** Where I may start it. */
  readonly units: readonly { readonly id: string; readonly name: string }[];
}

export interface AlertRow {
  readonly id: string;
  readonly caseId: string;
  readonly caseTitle: string;
  readonly unitName?: string;
  readonly text: string;
  readonly at: string;
  readonly acknowledgedAt?: string | null;
}
