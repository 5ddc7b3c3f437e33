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
}

export interface CaseDetail extends CaseRow {
  readonly tasks: readonly TaskRow[];
  readonly linked: readonly { readonly id: string; readonly number: string; readonly title: string }[];
  /** Where the town may order a closed case to be taken up again; empty for everybody else. */
  readonly reopenTargets: readonly { readonly elementId: string; readonly name: string }[];
  /** The reader may start a case that comes out of this one. */
  readonly mayLink: boolean;
  readonly incidents: readonly {
    readonly elementId: string;
    readonly name: string;
    readonly message: string;
  }[];
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
