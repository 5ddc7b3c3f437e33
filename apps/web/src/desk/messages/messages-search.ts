const KINDS = ['to-do', 'info'] as const;

export type MessageKind = (typeof KINDS)[number];

/** Which messages are looked at; all of them where it is left out. */
export interface MessagesSearch {
  readonly kind?: MessageKind;
}

export function messagesSearch({ kind }: Readonly<Record<string, unknown>>): MessagesSearch {
  const known = KINDS.find((one) => one === kind);
  return known ? { kind: known } : {};
}
