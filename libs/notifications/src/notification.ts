/** One row of the outbox, as a channel sees it. Plain JSON. */
export interface Notification {
  readonly id: string;
  readonly template:
    | 'service-level-opened'
    | 'service-level-warn'
    | 'service-level-due'
    | 'service-level-rung'
    | 'service-level-outside';
  readonly caseNumber: string;
  /** Name of the task whose term it is; empty where it is closed (level T and N): its name does not leave our walls. */
  readonly taskName: string;
  /** 'YYYY-MM-DD'. */
  readonly dueOn: string;
  readonly rung: number;
  /** Holders of this position in this unit. */
  readonly recipientPosition: string;
  readonly recipientUnitId: string;
}
