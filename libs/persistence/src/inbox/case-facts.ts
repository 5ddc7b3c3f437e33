/** A figure that a step of the case has stated, with how far it is closed. */
export interface CaseFact {
  readonly field: string;
  readonly title: string;
  /** Reader level of the field in its form. */
  readonly level: string;
  /** The step that stated it, and the definition by which it was done. */
  readonly elementId: string;
  readonly definitionChecksum: string;
  readonly amountFen: number;
}

/** Between the members of a fact, and between facts; of a title they are left out. */
const WITHIN = '\u001f';
const BETWEEN = '\u001e';

/**
 * What was stated of the case of the task `t`, and when, as a text that `caseFacts` reads; NULL where nothing was. Every row of a list
 * has it, and as JSON, or put in order by the database, it cost a page a fifth of its time.
 */
export const factsColumn = `(SELECT string_agg(concat_ws(E'\\x1f', date_part('epoch', f.stated_at), f.field, translate(f.title, E'\\x1e\\x1f', ''),
      f.level, f.element_id, f.definition_checksum, f.amount_fen), E'\\x1e') FROM case_fact f WHERE f.case_id = t.case_id)`;

/** The first that was stated first. */
export function caseFacts(text: string | null): CaseFact[] {
  if (text === null) return [];
  const stated = text.split(BETWEEN).map((fact) => fact.split(WITHIN));
  if (stated.length > 1) stated.sort(([one], [other]) => Number(one) - Number(other));
  return stated.map(
    ([, field = '', title = '', level = '', elementId = '', definitionChecksum = '', amountFen]) => ({
      field,
      title,
      level,
      elementId,
      definitionChecksum,
      amountFen: Number(amountFen),
    }),
  );
}
