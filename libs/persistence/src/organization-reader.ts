import { indexOrganization, type OrganizationData, type OrganizationIndex } from '@wuqing/organization';
import type { Work } from './unit-of-work.js';

/** A declared relation or a new holder counts for the ladder within this. */
const KEPT_MS = 10_000;

/** The organization as ladders and circles ask it; read anew every ten seconds at most, while clocks fire. */
export class OrganizationReader {
  private kept: { readonly index: OrganizationIndex; readonly readAt: number } | undefined;

  async at(work: Work, now: number): Promise<OrganizationIndex> {
    if (this.kept && Math.abs(now - this.kept.readAt) < KEPT_MS) return this.kept.index;
    const [data] = await work.query<OrganizationData>(SELECT);
    const index = indexOrganization(data!);
    this.kept = { index, readAt: now };
    return index;
  }
}

const rows = (columns: string, table: string): string =>
  `(SELECT coalesce(json_agg(json_build_object(${columns})), '[]') FROM ${table})`;

/** Of persons only who holds something or is kin to somebody: that is all that a ladder can ask about. */
const SELECT = `SELECT
  ${rows(`'id', id, 'parentId', parent_id, 'kind', kind, 'code', code, 'name', name`, 'unit')} AS units,
  ${rows(
    `'id', id, 'name', name, 'unitId', unit_id, 'gender', gender, 'birthDate', birth_date`,
    'person WHERE id IN (SELECT person_id FROM position UNION SELECT to_person_id FROM delegation)',
  )} AS persons,
  ${rows(`'id', id, 'personId', person_id, 'unitId', unit_id, 'key', key, 'from', from_on, 'to', to_on`, 'position')} AS positions,
  ${rows(
    `'id', id, 'fromPersonId', from_person_id, 'toPersonId', to_person_id, 'unitId', unit_id, 'scope', scope, 'from', from_on, 'to', to_on`,
    'delegation',
  )} AS delegations,
  ${rows(`'personA', person_a_id, 'personB', person_b_id, 'relation', relation`, 'kinship')} AS kinship`;
