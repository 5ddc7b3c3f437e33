export const MOMENT = '^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3])(:[0-5][0-9]){2}';

/**
 * Columns of a row `k` of `service_level_clock` for lists that show many: what is no moment of a term is left out, and
 * the clock shows its day alone. One row that was written by other hands would else close the list for a whole township.
 */
export const instantsColumn = `jsonb_path_query_array(k.instants, '$[*] ? (@.kind.type() == "string" && @.at like_regex "${MOMENT}")')`;

/** The moment at which the term ends, in the case's own time; NULL where none is written. */
export const dueColumn = `(SELECT min((i ->> 'at')::timestamptz) FROM jsonb_path_query(k.instants, '$[*] ? (@.kind == "due" && @.at like_regex "${MOMENT}")') AS i)`;

/** Moves of the last day, in the same way. */
export const movesColumn = `jsonb_path_query_array(k.moves, '$[*] ? (@.kind.type() == "string" && @.from.type() == "string" && @.to.type() == "string" && @.reason.type() == "string" && @.at like_regex "${MOMENT}")')`;

export const policyColumn = `CASE jsonb_typeof(k.policy) WHEN 'object' THEN k.policy ELSE '{}' END`;
