import { Injectable } from '@nestjs/common';
import { indexOrganization, type OrganizationIndex } from '@wuqing/organization';
import { FactsUnitOfWork, readUnits, systemActor, type UnitRow } from '@wuqing/persistence';
import { Clock } from '../platform/clock.js';

const KEPT_MS = 60_000;
const READER = systemActor('api');

/** Town, offices, branches and villages: few, seldom changed, asked at every request. */
@Injectable()
export class UnitDirectory {
  private known: { readonly rows: readonly UnitRow[]; readonly readAt: number } | undefined;

  constructor(
    private readonly unitOfWork: FactsUnitOfWork,
    private readonly clock: Clock,
  ) {}

  async all(): Promise<readonly UnitRow[]> {
    const now = this.clock.now();
    if (this.known && this.known.rows.length > 0 && Math.abs(now - this.known.readAt) < KEPT_MS)
      return this.known.rows;
    const rows = await this.unitOfWork.run(READER, readUnits);
    this.known = { rows, readAt: now };
    return rows;
  }

  async find(id: string): Promise<UnitRow | undefined> {
    return (await this.all()).find((unit) => unit.id === id);
  }

  /** What these units are called, as they were called a minute ago at most; one that has come since is read. */
  async names(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const kept = namesIn(await this.all());
    if (ids.every((id) => kept.has(id))) return kept;
    this.known = undefined;
    return namesIn(await this.all());
  }

  /** The tree of units alone, for questions about places. */
  async tree(): Promise<OrganizationIndex> {
    return indexOrganization({
      units: await this.all(),
      persons: [],
      positions: [],
      delegations: [],
      kinship: [],
    });
  }

  async villages(): Promise<readonly UnitRow[]> {
    return (await this.all()).filter((unit) => unit.kind === 'village');
  }
}

const named = new WeakMap<readonly UnitRow[], ReadonlyMap<string, string>>();

function namesIn(rows: readonly UnitRow[]): ReadonlyMap<string, string> {
  const names = named.get(rows) ?? new Map(rows.map(({ id, name }) => [id, name]));
  named.set(rows, names);
  return names;
}
