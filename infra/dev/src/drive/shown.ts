import type { JsonObject } from '@wuqing/kernel';

/** What the driver reads of the API's answers; instants are ISO 8601, dates 'YYYY-MM-DD' of Asia/Shanghai. */
export interface Me {
  readonly person: { readonly id: string; readonly name: string };
  readonly positions: readonly {
    readonly key: string;
    readonly title: string;
    readonly unitId: string;
    readonly unitName: string;
    readonly unitKind: string;
  }[];
  readonly csrfToken: string;
}

export interface ClockShown {
  readonly id: string;
  readonly name: string;
  readonly shape: string;
  readonly text: string;
  readonly dueOn: string;
  readonly state: 'running' | 'paused' | 'stopped';
}

export interface TaskShown {
  readonly id: string;
  readonly name: string;
  readonly elementId: string;
  readonly rowVersion: number;
  readonly clock: ClockShown | null;
}

export interface TaskDetailShown extends TaskShown {
  readonly form: { readonly schema: JsonObject } | null;
  readonly bars: readonly { readonly id: string; readonly state: 'met' | 'open' | 'barred' }[];
  readonly roll: {
    /** The roll names every member; else only those who must recuse themselves. */
    readonly complete: boolean;
    readonly persons: readonly {
      readonly id: string;
      readonly name: string;
      readonly mayVote: boolean;
      readonly mustRecuse: boolean;
      readonly isWoman: boolean;
    }[];
  } | null;
}

export interface CaseShown {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly unitName: string;
  readonly status: 'created' | 'running' | 'completed' | 'terminated';
  readonly endedAt: string | null;
}

export interface CaseDetailShown extends CaseShown {
  readonly tasks: readonly TaskShown[];
  readonly clocks: readonly ClockShown[];
  readonly incidents: readonly { readonly elementId: string; readonly message: string }[];
  /** Cases of the processes that it calls. */
  readonly children: readonly { readonly id: string; readonly status: string }[];
}

export interface TimelineItemShown {
  readonly at: string;
  readonly on: string;
  readonly kind: string;
  readonly text: string;
  readonly actor: { readonly id: string; readonly name: string } | null;
  readonly detail: string | null;
}

export interface AlertShown {
  readonly kind: 'opened' | 'warn' | 'due' | 'rung' | 'outside';
  readonly rung: number;
  readonly text: string;
  readonly at: string;
  readonly caseId: string;
}

export interface NoticeShown {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly village: string;
  readonly from: string | null;
  readonly to: string | null;
}

export interface NoticeDetailShown extends NoticeShown {
  readonly fields: readonly { readonly key: string; readonly title: string; readonly value: unknown }[];
  readonly files: readonly { readonly field: string; readonly name: string }[];
}

/** Every list. */
export interface PageShown<Item> {
  readonly items: readonly Item[];
}

/** `application/problem+json`. */
export interface ProblemShown {
  readonly status: number;
  readonly detail: string;
  readonly rejection?: { readonly code: string; readonly guard?: string };
}

/** A command that is still under way: 202. */
export interface PendingShown {
  readonly status: 'pending';
  readonly command: string;
}

export interface CommandShown {
  readonly id: string;
  readonly status: 'pending' | 'accepted' | 'rejected' | 'conflict' | 'incident';
  readonly problem?: string;
}
