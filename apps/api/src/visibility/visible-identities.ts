import { Injectable, Logger } from '@nestjs/common';
import type { Resource } from '@wuqing/access';
import {
  identitiesIn,
  maskText,
  withIdentities,
  type FormDefinition,
  type IdentityField,
  type IdentityText,
} from '@wuqing/forms';
import type { JsonObject } from '@wuqing/kernel';
import {
  openIdentity,
  subjectOf,
  subjectsIn,
  type CaseRow,
  type Statements,
  type SubmissionRow,
} from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { DefinitionStore } from '../platform/definition-store.js';
import { SecurityLog } from '../security-log/security-log.js';
import { levelsOf } from '../user-tasks/levels-of.js';
import { IdentitySeals } from './identity-seals.js';

/** In the place of what was sealed under a key that is destroyed. */
export const ERASED = '（已依法删除）';
/** Of what opens under no key: somebody has changed it. */
const UNREADABLE = '（无法解密）';
const HIDDEN = '**';

type CaseOf = Pick<CaseRow, 'id' | 'callers' | 'callKey'>;
type Keys = ReadonlyMap<string, Buffer | null>;

/**
 * What is sealed of persons, as far as the caller reads the field: the rest is masked here, before anybody holds it. Each look at a
 * field of level T or N is written to the security log.
 */
@Injectable()
export class VisibleIdentities {
  private readonly logger = new Logger('identities');

  constructor(
    private readonly definitions: DefinitionStore,
    private readonly seals: IdentitySeals,
    private readonly log: SecurityLog,
  ) {}

  /** Nothing is asked where nothing is sealed. */
  async opened(
    work: Statements,
    caller: Caller,
    { row, resource }: { readonly row: CaseOf; readonly resource: Resource },
    submissions: readonly SubmissionRow[],
  ): Promise<readonly SubmissionRow[]> {
    const ids = subjectsIn(submissions.map(({ data }) => data));
    if (ids.length === 0) return submissions;
    const keys = await this.seals.keysOf(work, ids);
    const levels = levelsOf(caller, resource);
    const mayRead = ({ level }: IdentityField): boolean => levels.includes(level);
    const opened: SubmissionRow[] = [];
    for (const submission of submissions) {
      const form = await this.formOf(row, submission);
      const data = form ? this.shown(form, submission.data, row.id, { keys, mayRead }) : submission.data;
      if (form && identitiesIn(form, submission.data).some(({ field }) => mayRead(field)))
        this.tell(caller, row.id);
      opened.push({ ...submission, data });
    }
    return opened;
  }

  /** All of it, for whoever fills in the step; told where another wrote it. */
  async draft(
    work: Statements,
    caller: Caller,
    {
      form,
      data,
      caseId,
    }: { readonly form: FormDefinition; readonly data: JsonObject; readonly caseId: string },
    isOwn: boolean,
  ): Promise<JsonObject> {
    const ids = subjectsIn(data);
    if (ids.length === 0) return data;
    if (!isOwn) this.tell(caller, caseId);
    return this.shown(form, data, caseId, { keys: await this.seals.keysOf(work, ids), mayRead: () => true });
  }

  private async formOf({ callers, callKey }: CaseOf, { definitionChecksum, formKey }: SubmissionRow) {
    const definition = await this.definitions.definitionOf({ definitionChecksum, callers, callKey });
    return this.definitions.form(definition, formKey);
  }

  private shown(
    form: FormDefinition,
    data: JsonObject,
    caseId: string,
    { keys, mayRead }: { readonly keys: Keys; readonly mayRead: (field: IdentityField) => boolean },
  ): JsonObject {
    return withIdentities(form, data, (one) => {
      const text = this.textOf(one, caseId, keys);
      return text === ERASED || mayRead(one.field) ? text : masked(one.field, text);
    });
  }

  /** What was submitted before there were seals stands as it is. */
  private textOf({ field, text }: IdentityText, caseId: string, keys: Keys): string {
    const subjectId = subjectOf(text);
    if (subjectId === undefined) return text;
    const key = keys.get(subjectId);
    if (key === null) return ERASED;
    const opened = key && openIdentity(text, { caseId, field: field.key }, key);
    if (opened !== undefined) return opened;
    this.logger.error(`Expected field ${field.key} of case ${caseId} to open under the key of ${subjectId}`);
    return UNREADABLE;
  }

  private tell({ session: { accountId } }: Caller, caseId: string): void {
    const operation = `identities of case ${caseId}`;
    this.log.record({ kind: 'identity-read', accountId, byAccountId: accountId, operation, status: 200 });
  }
}

const masked = ({ mask }: IdentityField, text: string): string =>
  mask === null ? HIDDEN : maskText(mask, text);
