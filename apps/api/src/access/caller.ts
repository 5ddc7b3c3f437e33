import {
  can,
  wallSeats,
  type Action,
  type Actor as AccessActor,
  type ActorPosition,
  type Allowed,
  type Denied,
  type Resource,
} from '@wuqing/access';
import type { Actor, HeldPosition } from '@wuqing/persistence';
import { denied, notFound } from '../http/problem.js';

export interface CallerSession {
  readonly tokenHash: string;
  readonly accountId: string;
  readonly csrfToken: string;
  readonly mustChangePassword: boolean;
  readonly hasSecondFactor: boolean;
  /** Whether the town asks one of his roles for a second factor. */
  readonly isAskedForSecondFactor: boolean;
  /** When he last said who he is. */
  readonly confirmedAt: Date;
  readonly personName: string;
}

/** A person as he stands today, whether he asks or is asked about. */
export class Official {
  constructor(readonly access: AccessActor) {}

  get personId(): string {
    return this.access.personId;
  }

  /** Whether he stands in for anybody. */
  get standsIn(): boolean {
    return this.access.positions.some(({ onBehalfOf }) => onBehalfOf !== null);
  }

  /**
   * Whom he stands in for today in an act that these positions give him: empty where he holds one of them himself. Every record
   * of such an act names both.
   */
  onBehalfOf(gives: (position: ActorPosition) => boolean): readonly string[] {
    if (!this.standsIn) return [];
    const held = this.access.positions.filter(gives);
    if (held.some((position) => position.onBehalfOf === null)) return [];
    return [...new Set(held.flatMap(({ onBehalfOf }) => onBehalfOf ?? []))];
  }
}

/** Who asks, in this one request; remembers whether `access` has allowed anything. */
export class Caller extends Official {
  private allowed = false;

  constructor(
    readonly session: CallerSession,
    access: AccessActor,
  ) {
    super(access);
  }

  /** Whether another system asks by its token, and no person. */
  get isSystem(): boolean {
    return this.access.scopes !== undefined;
  }

  /** In whose name the database is asked. */
  get actor(): Actor {
    if (this.isSystem)
      return { kind: 'system', id: `system:token:${this.access.personId}`, unitIds: this.access.reach };
    const { personId, reach } = this.access;
    return { kind: 'person', id: personId, unitIds: reach, seats: wallSeats(this.access) };
  }

  may(action: Action, resource: Resource): boolean {
    return this.ask(action, resource).allowed;
  }

  /** Throws the refusal: as if the thing did not exist where even that is confidential, else with the reason. */
  require(action: Action, resource: Resource): void {
    const answer = this.ask(action, resource);
    if (answer.allowed) return;
    throw answer.hidden ? notFound() : denied(answer.reason);
  }

  /** Like `require`, but what may not be read is not there: another village's case does not exist. */
  requireSight(action: Action, resource: Resource): void {
    if (!this.ask(action, resource).allowed) throw notFound();
  }

  /** Units that scope a list of what the caller may see. */
  reach(): readonly string[] {
    this.allowed = true;
    return this.access.reach;
  }

  /** Of these units those in which the caller may do `action` to what every official of the unit may read. */
  reachFor(action: Action): readonly string[] {
    return this.reach().filter((unitId) => this.may(action, { unitId }));
  }

  /** Positions that scope a list of what is addressed to the caller. */
  addressed(): readonly HeldPosition[] {
    this.allowed = true;
    return this.access.positions.map(({ key, unitId }) => ({ positionKey: key, unitId }));
  }

  /** Whether `access` was asked, or a list was scoped by it. */
  get wasAllowed(): boolean {
    return this.allowed;
  }

  private ask(action: Action, resource: Resource): Allowed | Denied {
    const answer = can(this.access, action, resource);
    this.allowed ||= answer.allowed;
    return answer;
  }
}
