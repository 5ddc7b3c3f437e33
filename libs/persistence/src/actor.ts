/** Who acts. Every piece of work names one, so that row-level security can stand behind the same door later. */
export interface Actor {
  readonly kind: 'person' | 'system';
  /** A person's id, or the name of a part of the system (`library`, `deadline-watch`). */
  readonly id: string;
  /** Units whose rows the actor may see; `all` only for the system. */
  readonly unitIds: readonly string[] | 'all';
}

export const systemActor = (name: string): Actor => ({
  kind: 'system',
  id: `system:${name}`,
  unitIds: 'all',
});
