import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { identitiesIn, withIdentities, type FormDefinition, type IdentityText } from '@wuqing/forms';
import { required, type JsonObject } from '@wuqing/kernel';
import {
  RingOfMasterKeys,
  identityHash,
  insertIdentityHashes,
  insertSubjectKeys,
  sealIdentity,
  subjectKeys,
  subjectKeysOfCase,
  type MasterKeys,
  type NewSubjectKey,
  type Statements,
  type SubjectOf,
} from '@wuqing/persistence';
import { v4 } from 'uuid';
import { API_SETTINGS, type ApiSettings } from '../settings.js';

const KEY_BYTES = 32;

/** What is filled in at a step of a case. */
export interface FilledForm {
  readonly form: FormDefinition | null;
  readonly data: JsonObject;
  readonly caseId: string;
}

interface Subject {
  readonly id: string;
  readonly key: Buffer;
}

/**
 * Seals what a form says of who somebody is, before it is kept anywhere: under a key of that person in that case, which is made when it
 * is first needed. Forms without such a field cost nothing.
 */
@Injectable()
export class IdentitySeals {
  private readonly master: MasterKeys;

  constructor(@Inject(API_SETTINGS) private readonly settings: Pick<ApiSettings, 'identityKeys'>) {
    this.master = new RingOfMasterKeys(settings.identityKeys.master);
  }

  /** The same again gives the same; the very answer where there is nothing to seal. */
  async sealed(work: Statements, filled: FilledForm): Promise<JsonObject> {
    return (await this.seal(work, filled)).data;
  }

  /** Sealed, and found by whoever looks for the whole text of a field. */
  async findable(work: Statements, filled: FilledForm): Promise<JsonObject> {
    const { data, texts, subjectAt } = await this.seal(work, filled);
    if (texts.length > 0)
      await insertIdentityHashes(
        work,
        texts.map((one) => ({
          subjectId: subjectAt(one).id,
          field: one.field.key,
          hash: this.hashOf(one.text),
        })),
      );
    return data;
  }

  hashOf(text: string): string {
    return identityHash(text, this.settings.identityKeys.search);
  }

  /** Keys of these persons; null for whom they were destroyed. */
  async keysOf(work: Statements, ids: readonly string[]): Promise<ReadonlyMap<string, Buffer | null>> {
    const keys = new Map<string, Buffer | null>();
    for (const { id, wrapped } of await subjectKeys(work, ids))
      keys.set(id, wrapped === null ? null : await this.master.unwrap(wrapped, id));
    return keys;
  }

  private async seal(work: Statements, { form, data, caseId }: FilledForm) {
    const texts = form === null ? [] : identitiesIn(form, data);
    const subjects = texts.length > 0 ? await this.subjects(work, caseId, texts.map(personOf)) : new Map();
    const subjectAt = (text: IdentityText): Subject =>
      required(
        subjects.get(nameOf(personOf(text))) as Subject | undefined,
        `the key of a person of ${caseId}`,
      );
    const sealText = (one: IdentityText): string => {
      const { id, key } = subjectAt(one);
      return sealIdentity(one.text, { caseId, field: one.field.key }, id, key);
    };
    return { data: form === null ? data : withIdentities(form, data, sealText), texts, subjectAt };
  }

  private async subjects(
    work: Statements,
    caseId: string,
    people: readonly SubjectOf[],
  ): Promise<ReadonlyMap<string, Subject>> {
    const known = await this.keysIn(work, caseId);
    const missing = new Map(people.map((one) => [nameOf(one), one]));
    for (const name of known.keys()) missing.delete(name);
    if (missing.size === 0) return known;
    const made: NewSubjectKey[] = [];
    for (const one of missing.values()) {
      const id = v4();
      made.push({ ...one, id, wrapped: await this.master.wrap(randomBytes(KEY_BYTES), id) });
    }
    await insertSubjectKeys(work, caseId, made);
    return this.keysIn(work, caseId); // another may have made them meanwhile
  }

  private async keysIn(work: Statements, caseId: string): Promise<Map<string, Subject>> {
    const subjects = new Map<string, Subject>();
    for (const { id, role, n, wrapped } of await subjectKeysOfCase(work, caseId))
      subjects.set(nameOf({ role, n }), { id, key: await this.master.unwrap(wrapped, id) });
    return subjects;
  }
}

const personOf = ({ field, n }: IdentityText): SubjectOf => ({ role: field.role, n });
const nameOf = ({ role, n }: SubjectOf): string => `${role}/${n}`;
