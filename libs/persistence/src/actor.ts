/** A seat of a person, as far as the walls of cases go. */
export interface ActorSeat {
  readonly unit: string;
  readonly position: string;
  /** Whom he stands in for there. */
  readonly for: string | null;
  /** Whether whoever sits there reads, at level T, what his unit handles. */
  readonly handles: boolean;
  /** Where he reads level T of all that lies under this unit; null: nowhere. */
  readonly watches: string | null;
}

/** Who acts. Every piece of work names one: row-level security stands behind the same door (`walls-of-session.ts`). */
export interface Actor {
  readonly kind: 'person' | 'system';
  /** A person's id, or the name of a part of the system (`library`, `deadline-watch`). */
  readonly id: string;
  /** Units whose rows the actor may see; `all` only for the system. */
  readonly unitIds: readonly string[] | 'all';
  /** Of a person, for what is closed at level T; none where they are left out. */
  readonly seats?: readonly ActorSeat[];
}

export const systemActor = (name: string): Actor => ({
  kind: 'system',
  id: `system:${name}`,
  unitIds: 'all',
});
