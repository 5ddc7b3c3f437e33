import type { Actor, CandidateHolder, UnitOfWork } from '@wuqing/persistence';
import { parseCandidateReference } from '@wuqing/organization';

interface UnitRow {
  readonly id: string;
  readonly parentId: string | null;
  readonly kind: string;
  readonly code: string;
}

/** Which unit a candidate reference such as `office-clerk@office:jingguan` means, seen from a case's unit. */
export class UnitDirectory {
  private units: ReadonlyMap<string, UnitRow> = new Map();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly actor: Actor,
  ) {}

  async load(): Promise<void> {
    const rows = await this.unitOfWork.run(this.actor, (work) =>
      work.query<UnitRow>('SELECT id, parent_id AS "parentId", kind, code FROM unit'),
    );
    this.units = new Map(rows.map((row) => [row.id, row]));
  }

  get isEmpty(): boolean {
    return this.units.size === 0;
  }

  /** Undefined where the reference names nothing in this organization; publication refuses unknown positions. */
  holderOf(reference: string, caseUnitId: string): CandidateHolder | undefined {
    const parsed = parseCandidateReference(reference);
    if (!parsed.ok) return undefined;
    const { position, place } = parsed.value;
    const unit = this.unitAt(place, caseUnitId);
    return unit && { positionKey: position, unitId: unit.id };
  }

  private unitAt(place: string, caseUnitId: string): UnitRow | undefined {
    if (place === 'village') return this.units.get(caseUnitId);
    const ancestors = this.ancestorsOf(caseUnitId);
    const town = ancestors.at(-1);
    if (place === 'town') return town;
    if (place === 'branch') return ancestors.find((unit) => unit.kind === 'general-branch');
    const code = place.slice('office:'.length);
    return [...this.units.values()].find(
      (unit) => unit.kind === 'office' && unit.code === code && unit.parentId === town?.id,
    );
  }

  /** The unit itself and everything above it, nearest first. */
  private ancestorsOf(unitId: string): UnitRow[] {
    const chain: UnitRow[] = [];
    for (
      let unit = this.units.get(unitId);
      unit;
      unit = unit.parentId ? this.units.get(unit.parentId) : undefined
    )
      chain.push(unit);
    return chain;
  }
}
