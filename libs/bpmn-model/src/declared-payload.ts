/** `text`, `date` ('YYYY-MM-DD') and `texts` (a list of texts) are texts; `json` is any value of at most `maxLength` letters. */
export const payloadTypes = ['text', 'integer', 'number', 'boolean', 'date', 'texts', 'json'] as const;

export type PayloadType = (typeof payloadTypes)[number];

/** One thing that a sender may say (`wq:field`). */
export interface PayloadField {
  /** As the sender calls it. */
  readonly name: string;
  /** As the process reads it; never a name that the process holds itself (`heldNames`). */
  readonly variable: string;
  /** Chinese. */
  readonly title: string;
  readonly type: PayloadType;
  readonly required?: true;
  /** Letters of a text, of each of several texts, or of the JSON. */
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  /** Of `texts`. */
  readonly maxItems?: number;
  /** Of `text` and `texts`: nothing else may be said. */
  readonly values?: readonly string[];
}

/**
 * What may come from outside with a message or a signal (`wq:payload`), or as the answer of a service (`wq:answer`).
 * Nothing else is taken. Every list of fields that is there is whole: names are unique, bounds are set.
 */
export interface DeclaredPayload {
  readonly fields: readonly PayloadField[];
}
