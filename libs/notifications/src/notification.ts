/** What is told of a step, in the words of the outbox. */
export type StepTemplate =
  | 'service-level-opened'
  | 'service-level-warn'
  | 'service-level-due'
  | 'service-level-rung'
  | 'service-level-outside'
  | 'urged'
  | 'handed-over';

/** What is told of a paper that waits for an office. */
export const paperTemplates = ['slip-sent', 'ledger-edit-waits', 'letter-issued'] as const;
export type PaperTemplate = (typeof paperTemplates)[number];

/** What leaves our walls about a paper that waits: what it is called, and nothing of its content. Plain JSON. */
export interface PaperNotification {
  readonly template: PaperTemplate;
  /** Its number, or the title of the register that it is of. */
  readonly name: string;
  /** 'YYYY-MM-DD'; empty where it has no term. */
  readonly dueOn: string;
  /** Where it is on the desk: '/slips'. */
  readonly page: string;
}

/** What leaves our walls about a step: which case, which step, which day, and nothing of its content. Plain JSON. */
export interface StepNotification {
  readonly template: StepTemplate;
  readonly caseNumber: string;
  /** Name of the task whose term it is; empty where it is closed (level T and N): its name does not leave our walls. */
  readonly taskName: string;
  /** 'YYYY-MM-DD'; empty where the step has no term. */
  readonly dueOn: string;
  readonly rung: number;
  /** The office that urges or hands over; empty elsewhere. */
  readonly from: string;
}

export type Notification = StepNotification | PaperNotification;

export const isPaperTemplate = (template: string): template is PaperTemplate =>
  paperTemplates.some((one) => one === template);

export const isOfPaper = (notification: Notification): notification is PaperNotification =>
  isPaperTemplate(notification.template);

/** What the digest of one day says of a person's own tasks, and what it gathers. Plain JSON. */
export interface Digest {
  /** 'YYYY-MM-DD'. */
  readonly on: string;
  readonly open: number;
  readonly late: number;
  readonly dueToday: number;
  readonly dueTomorrow: number;
  /** At most `LINES_MAX` of the messages that waited for it, the oldest first. */
  readonly gathered: readonly Notification[];
  /** How many there are. */
  readonly gatheredInAll: number;
}
