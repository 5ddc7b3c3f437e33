import { Inject, Injectable } from '@nestjs/common';
import { isScope, systemOf } from '@wuqing/access';
import { UnitOfWork, markTokenUsed, systemActor, tokenByHash, type KnownToken } from '@wuqing/persistence';
import { Problem } from '../http/problem.js';
import { Clock } from '../platform/clock.js';
import { API_SETTINGS, type ApiSettings } from '../settings.js';
import { Caller } from './caller.js';
import { isToken, tokenMacOf } from './token-secret.js';
import { UnitDirectory } from './unit-directory.js';

const READER = systemActor('api');
/** The row is written at most this often. */
const MARKED_EVERY_MS = 60_000;

/** From a token to the system that comes in by it. */
@Injectable()
export class TokenReader {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly units: UnitDirectory,
    @Inject(API_SETTINGS) private readonly settings: Pick<ApiSettings, 'identityKeys'>,
  ) {}

  /** Throws one 401 for what is no token, and for one that is over or was revoked. */
  async read(text: string): Promise<Caller> {
    const now = this.clock.now();
    const token = await this.find(text);
    if (!token || token.isRevoked || token.expiresAt.getTime() <= now) throw wrongToken(token?.id);
    if (token.lastUsedAt === null || now - token.lastUsedAt.getTime() >= MARKED_EVERY_MS)
      await this.unitOfWork.look(READER, (statements) => markTokenUsed(statements, token.id, now));
    const { unitId } = token;
    const scopes = token.scopes.filter(isScope);
    return new Caller(sessionOf(token), systemOf(token.id, { unitId, scopes }, await this.units.tree()));
  }

  private async find(text: string): Promise<KnownToken | undefined> {
    if (!isToken(text)) return undefined;
    const hash = tokenMacOf(text, this.settings.identityKeys.search);
    return this.unitOfWork.look(READER, (statements) => tokenByHash(statements, hash));
  }
}

/** A system has no session: nothing of one that would let it act as a person. */
const sessionOf = ({ id, name }: KnownToken) => ({
  tokenHash: '',
  accountId: id,
  csrfToken: '',
  mustChangePassword: false,
  hasSecondFactor: false,
  isAskedForSecondFactor: false,
  confirmedAt: new Date(0),
  personName: name,
});

const wrongToken = (id: string | undefined): Problem =>
  new Problem(
    401,
    'wrong-token',
    '令牌无效',
    '接口令牌不正确、已过期或已吊销，请联系镇系统管理员。',
    {},
    { 'www-authenticate': 'Bearer' },
    id,
  );
