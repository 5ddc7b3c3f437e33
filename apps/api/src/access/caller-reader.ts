import { Inject, Injectable } from '@nestjs/common';
import { rolesOf } from '@wuqing/access';
import { UnitOfWork, extendSession, standingOf, systemActor, type Standing } from '@wuqing/persistence';
import { Clock } from '../platform/clock.js';
import { API_SETTINGS, type ApiSettings } from '../settings.js';
import { renewedUntil } from '../session/session-terms.js';
import { actorFrom } from './actor-from.js';
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
    const now = this.clock.now();
    const until = renewedUntil(standing.session, now);
    if (until !== undefined)
      await this.unitOfWork.look(READER, (statements) => extendSession(statements, tokenHash, now, until));
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

  private async callerOf({ session, secondFactorRoles, ...standing }: Standing): Promise<Caller> {
    const actor = actorFrom(session.personId, standing, await this.units.all(), this.clock.today());
    const mustChangePassword = session.mustChangePassword && !this.settings.demo;
    const roles = actor.positions.flatMap(({ key, officeCode }) => rolesOf(key, officeCode));
    const isAskedForSecondFactor = roles.some((role) => secondFactorRoles.includes(role));
    return new Caller({ ...session, mustChangePassword, isAskedForSecondFactor }, actor);
  }
}
