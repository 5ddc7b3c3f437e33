/** An extension element that we read, or say why not: where it may stand, and its attributes and children. */
export interface ExtensionWord {
  /**
   * Where it is read: types of BPMN, with the kind of event behind a point where only that one reads it
   * (`EndEvent.Message`). `*` stands for every flow node.
   */
  readonly on: readonly string[];
  readonly attributes?: readonly string[];
  readonly children?: Readonly<Record<string, Omit<ExtensionWord, 'on'>>>;
  /** Whether its text is read. */
  readonly text?: boolean;
  /** Only the first one is read: a second is an error. */
  readonly once?: true;
  /** What each attribute may say: a pattern, and what to write as a Chinese sentence without its end. */
  readonly values?: Readonly<Record<string, readonly [pattern: RegExp, advice: string]>>;
}

/** Extension elements by their local names. */
export type ExtensionWords = Readonly<Record<string, ExtensionWord>>;
