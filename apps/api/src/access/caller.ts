import { can, type Action, type Actor as AccessActor, type Resource } from '@wuqing/access';
import type { Actor, HeldPosition } from '@wuqing/persistence';
import { denied, notFound } from '../http/problem.js';

export interface CallerSession {
  readonly tokenHash: string;
  readonly accountId: string;
  readonly csrfToken: string;
  readonly mustChangePassword: boolean;
  readonly personName: string;
}

/** Who asks, in this one request; remembers whether `access` was asked for the route's action. */
export class Caller {
  private readonly asked = new Set<Action>();

  constructor(
    readonly session: CallerSession,
    readonly access: AccessActor,
  ) {}

  get personId(): string {
    return this.access.personId;
  }

  /** In whose name the database is asked. */
  get actor(): Actor {
    return { kind: 'person', id: this.access.personId, unitIds: this.access.reach };
  }

  /** Positions as rows know them. */
  get held(): readonly HeldPosition[] {
    return this.access.positions.map(({ key, unitId }) => ({ positionKey: key, unitId }));
  }

  may(action: Action, resource: Resource): boolean {
    this.asked.add(action);
    return can(this.access, action, resource).allowed;
  }

  /** Throws the refusal: as if the thing did not exist where even that is confidential, else with the reason. */
  require(action: Action, resource: Resource): void {
    this.asked.add(action);
    const answer = can(this.access, action, resource);
    if (answer.allowed) return;
    throw answer.hidden ? notFound() : denied(answer.reason);
  }

  /** Like `require`, but what may not be read is not there: another village's case does not exist. */
  requireSight(action: Action, resource: Resource): void {
    this.asked.add(action);
    if (!can(this.access, action, resource).allowed) throw notFound();
  }

  /** Units that scope a list of what this action may see. */
  reach(action: Action): readonly string[] {
    this.asked.add(action);
    return this.access.reach;
  }

  /** Positions that scope a list of what is addressed to the caller. */
  addressed(action: Action): readonly HeldPosition[] {
    this.asked.add(action);
    return this.held;
  }

  hasAsked(action: Action): boolean {
    return this.asked.has(action);
  }
}
