/** A table whose changes are told live; `columns` are SQL over the changed rows, `n` as they are and `o` as they were. */
export interface LiveTable {
  readonly table: string;
  /** Kebab-case; who may hear of it is said in `apps/api/src/visibility/visible-changes.ts`. */
  readonly topic: string;
  /** The table's key, by which a changed row is held against what it was. */
  readonly key?: string;
  /** The uuid by which readers know the thing. */
  readonly id?: string;
  /** An integer that grows with each change and may be known by whoever may know of the thing; NULL where there is none. */
  readonly version?: string;
  /** NULL where the thing belongs to no case. */
  readonly caseId?: string;
  /** The one person who may hear of it; NULL where the visibility of the thing decides. */
  readonly personId?: string;
  /** Whether what every list shows has changed; of an insertion it always has. */
  readonly inOutline?: string;
  /** Of an update: which changed rows are told; all where absent. */
  readonly where?: string;
  /** `insert` alone for what never changes. */
  readonly on?: readonly ('insert' | 'update')[];
}

/**
 * Triggers that write one `live_change` for each changed row, in the changing transaction and by its statement, and wake
 * the listeners at its commit: no writer can forget to tell, and none pays a round trip for it. They run with the owner's
 * rights, so that nobody else may write there.
 */
export const liveTriggers = (live: LiveTable): string =>
  (live.on ?? ['insert', 'update']).map((event) => triggerOf(live, event)).join('');

/** Undoes `liveTriggers`. */
export const dropLiveTriggers = ({ table, on = ['insert', 'update'] }: LiveTable): string =>
  on
    .map((event) => `DROP TRIGGER live_${event} ON ${table}; DROP FUNCTION live_${table}_${event}();\n`)
    .join('');

function triggerOf(live: LiveTable, event: 'insert' | 'update'): string {
  const { table, topic, key = 'id', id = 'n.id', version = 'NULL' } = live;
  const { caseId = 'n.case_id', personId = 'NULL' } = live;
  const isUpdate = event === 'update';
  const inOutline = isUpdate ? (live.inOutline ?? 'true') : 'true';
  const from = isUpdate ? `changed n JOIN former o ON o.${key} = n.${key}` : 'changed n';
  const where = isUpdate && live.where !== undefined ? `WHERE ${live.where}` : '';
  return `
  CREATE FUNCTION live_${table}_${event}() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    INSERT INTO live_change (topic, subject_id, version, case_id, person_id, in_outline)
      SELECT '${topic}', ${id}, ${version}, ${caseId}, ${personId}, ${inOutline} FROM ${from} ${where};
    IF FOUND THEN PERFORM pg_notify('wuqing_live', ''); END IF;
    RETURN NULL;
  END $$;
  CREATE TRIGGER live_${event} AFTER ${event.toUpperCase()} ON ${table}
    REFERENCING NEW TABLE AS changed${isUpdate ? ' OLD TABLE AS former' : ''}
    FOR EACH STATEMENT EXECUTE FUNCTION live_${table}_${event}();
`;
}
