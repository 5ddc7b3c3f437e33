/** Why a word may be left unread without a finding. */
export const ignoredBecause = {
  drawing: 'it is drawn only: lanes, pools, notes, groups, processes that do not say `isExecutable`',
  diagram: 'diagram interchange: where things lie and how they look',
  documentation: 'documentation',
  tool: 'what a tool notes for itself: exporter, templates, colors, positions',
  back: 'it repeats what the other end of a connection says',
  type: 'a declaration of types; variables have the types of their values',
  default: 'it says what is done anyway',
  xml: 'XML itself: schema locations, types of elements, language',
} as const;

export type IgnoredBecause = keyof typeof ignoredBecause;

/** The lint rule that says what is wrong, where a word is none that is read. */
export type WordRule =
  | 'foreign-behavior'
  | 'known-word'
  | 'own-word'
  | 'supported-extension'
  | 'unexecuted-content'
  | 'written-once';

/** What becomes of a word of the file at its place. */
export type Verdict =
  /** A reader takes it: what is compiled or said depends on it. */
  | { readonly is: 'read' }
  /** Another rule of the linter judges it. */
  | { readonly is: 'judged'; readonly by: string }
  | { readonly is: 'ignored'; readonly because: IgnoredBecause }
  | {
      readonly is: 'finding';
      readonly rule: WordRule;
      readonly severity: 'error' | 'warning';
      /** What it means there, and what to write here: a Chinese sentence without its end. */
      readonly advice: string;
    };

export type Finding = Extract<Verdict, { is: 'finding' }>;

export const read: Verdict = { is: 'read' };
export const judgedBy = (by: string): Verdict => ({ is: 'judged', by });
export const ignored = (because: IgnoredBecause): Verdict => ({ is: 'ignored', because });
export const finding = (rule: WordRule, severity: Finding['severity'], advice: string): Finding => ({
  is: 'finding',
  rule,
  severity,
  advice,
});
/** What is wrong with a word of zeebe. */
export const ofZeebe = (advice: string): Finding => finding('supported-extension', 'error', advice);
/** What is wrong with a `wq:` word. */
export const ofOwn = (advice: string): Finding => finding('own-word', 'error', advice);
