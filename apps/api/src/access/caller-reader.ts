import { Inject, Injectable } from '@nestjs/common';
import { actorOf } from '@wuqing/access';
import { indexOrganization, isPositionKey, type Delegation, type Position } from '@wuqing/organization';
import {
  UnitOfWork,
  extendSession,
  standingOf,
  systemActor,
  type DelegationRow,
  type PositionRow,
  type Standing,
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

  /** Whoever asks now; the session lives on. */
  async read(tokenHash: string): Promise<Caller | undefined> {
    const standing = await this.standingOf(tokenHash);
    if (!standing) return undefined;
    const until = renewedUntil(standing.session, this.clock.now());
    if (until !== undefined)
      await this.unitOfWork.look(READER, (statements) => extendSession(statements, tokenHash, until));
    return this.callerOf(standing);
  }

  /** Whoever listens, as he stands now: listening alone keeps no session alive. */
  async peek(tokenHash: string): Promise<Caller | undefined> {
    const standing = await this.standingOf(tokenHash);
    return standing && this.callerOf(standing);
  }

  private standingOf(tokenHash: string): Promise<Standing | undefined> {
    const moment = { now: this.clock.now(), today: this.clock.today() };
    return this.unitOfWork.look(READER, (statements) => standingOf(statements, tokenHash, moment));
  }

  private async callerOf({ session, positions, delegations }: Standing): Promise<Caller> {
    const organization = indexOrganization({
      units: await this.units.all(),
      persons: [],
      kinship: [],
      positions: positions.flatMap(positionFrom),
      delegations: delegations.flatMap(delegationFrom),
    });
    const mustChangePassword = session.mustChangePassword && !this.settings.demo;
    return new Caller(
      { ...session, mustChangePassword },
      actorOf(session.personId, organization, this.clock.today()),
    );
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
