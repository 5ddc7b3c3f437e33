import { Inject, Injectable } from '@nestjs/common';
import { actorOf } from '@wuqing/access';
import { indexOrganization, isPositionKey, type Delegation, type Position } from '@wuqing/organization';
import {
  UnitOfWork,
  delegationsTo,
  extendSession,
  findSession,
  positionsOf,
  systemActor,
  type DelegationRow,
  type PositionRow,
  type SignedIn,
  type Work,
} from '@wuqing/persistence';
import { Clock } from '../platform/clock.js';
import { API_SETTINGS, type ApiSettings } from '../settings.js';
import { renewedUntil } from '../session/session-terms.js';
import { Caller } from './caller.js';
import { UnitDirectory } from './unit-directory.js';

const READER = systemActor('api');

/** From a session token's hash to the caller with the positions in force today. */
@Injectable()
export class CallerReader {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly units: UnitDirectory,
    @Inject(API_SETTINGS) private readonly settings: Pick<ApiSettings, 'demo'>,
  ) {}

  async read(tokenHash: string): Promise<Caller | undefined> {
    const now = this.clock.now();
    const found = await this.unitOfWork.run(READER, async (work) => {
      const session = await findSession(work, tokenHash, now);
      if (!session) return undefined;
      const until = renewedUntil(session, now);
      if (until !== undefined) await extendSession(work, tokenHash, until);
      return { session, ...(await this.standingOf(work, session)) };
    });
    if (!found) return undefined;
    const units = await this.units.all();
    const organization = indexOrganization({ units, persons: [], kinship: [], ...found });
    const mustChangePassword = found.session.mustChangePassword && !this.settings.demo;
    return new Caller(
      { ...found.session, mustChangePassword },
      actorOf(found.session.personId, organization, this.clock.today()),
    );
  }

  /** The person's own positions and delegations, and the positions of those they stand in for. */
  private async standingOf(work: Work, { personId }: SignedIn) {
    const today = this.clock.today();
    const delegations = await delegationsTo(work, personId, today);
    const people = [personId, ...delegations.map((delegation) => delegation.fromPersonId)];
    const positions = await positionsOf(work, people, today);
    return { positions: positions.flatMap(positionFrom), delegations: delegations.flatMap(delegationFrom) };
  }
}

function positionFrom({ id, personId, unitId, key, fromOn, toOn }: PositionRow): Position[] {
  return isPositionKey(key) ? [{ id, personId, unitId, key, from: fromOn, to: toOn }] : [];
}

function delegationFrom({
  id,
  fromPersonId,
  toPersonId,
  unitId,
  scope,
  fromOn,
  toOn,
}: DelegationRow): Delegation[] {
  if (scope !== 'all' && !isPositionKey(scope)) return [];
  return [{ id, fromPersonId, toPersonId, unitId, scope, from: fromOn, to: toOn }];
}
