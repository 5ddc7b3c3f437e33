import type { ApiUnderTest } from '../api-under-test.js';
import { PASSWORD, PROCESS_KEY, units, type Login } from '../village-fixture.js';
import type { Sent, Visitor } from '../visitor.js';
import { sampleOf, type Operation } from './described-operation.js';

const QUARTER_HOUR_MS = 15 * 60_000;
const HOUR_MS = 60 * 60_000;
/** Who is tried first; the first whom the operation does not turn away is taken. */
const LOGINS = [
  'clerk',
  'townHead',
  'administrator',
  'secretary',
  'inspector',
] as const satisfies readonly Login[];

/** What an operation may be asked about. */
export interface Ground {
  readonly caseId: string;
  readonly taskId: string;
  readonly commandId: string;
}

export const known = {
  processKey: PROCESS_KEY,
  unitId: units.village,
  login: 'clerk',
  password: PASSWORD,
};

let keys = 0;
export const newKey = () => ({ 'idempotency-key': `hostile-${(keys += 1)}` });

export const guessesSecrets = ({ path }: Operation): boolean => /^\/api\/session(\/|$)/.test(path);
export const endsSessions = ({ path }: Operation): boolean => path.startsWith('/api/sessions');

export function addressOf({ path }: Operation, { caseId, taskId, commandId }: Ground): string {
  const id = path.includes('/user-tasks/') ? taskId : path.includes('/commands/') ? commandId : caseId;
  return path
    .replace(/\{(id|\w+Id)\}/g, id)
    .replace('{key}', PROCESS_KEY)
    .replace(/\{\w+\}/g, 'v01');
}

/** A request as it should be. */
export const sentTo = ({ body }: Operation): Sent => ({
  headers: newKey(),
  ...(body === undefined ? {} : { body: sampleOf(body, known) }),
});

/** Whoever sends what is hostile, signed in, and the cases that it is sent to. */
export class HostilePeople {
  private readonly signedInAt = new Map<Login, { readonly visitor: Visitor; readonly at: number }>();

  constructor(private readonly api: ApiUnderTest) {}

  /** The limits of signing in are others' to test: time goes by between. */
  async signedIn(login: Login): Promise<Visitor> {
    const one = this.signedInAt.get(login);
    // An operation may have ended the session: that is not what is asked here.
    if (one && this.api.now - one.at < HOUR_MS && (await one.visitor.get('/api/session')).status === 200)
      return one.visitor;
    const visitor = await this.newlySignedIn(login);
    this.signedInAt.set(login, { visitor, at: this.api.now });
    return visitor;
  }

  newVisitor(operation: Operation, login: Login): Promise<Visitor> {
    return guessesSecrets(operation) ? this.newlySignedIn(login) : this.signedIn(login);
  }

  /** A case of its own, so that what one operation did is in no other's way. */
  async newGround(): Promise<Ground> {
    const clerk = await this.signedIn('clerk');
    const start = { processKey: PROCESS_KEY, unitId: units.village, title: '硬化道路' };
    const { body } = await clerk.post('/api/cases', start, newKey()['idempotency-key']);
    const { tasks } = (await clerk.get(`/api/cases/${body.case.id}`)).body;
    return { caseId: body.case.id, taskId: tasks[0].id, commandId: body.command.split('/').at(-1) };
  }

  /** Whom the operation lets in as far as its content. */
  async visitorOf(operation: Operation): Promise<Login> {
    for (const login of LOGINS) {
      const ground = await this.newGround();
      const visitor = await this.newVisitor(operation, login);
      const { status } = await visitor.send(
        operation.method,
        addressOf(operation, ground),
        sentTo(operation),
      );
      if (![401, 403, 404].includes(status)) return login;
    }
    return 'clerk';
  }

  private newlySignedIn(login: Login): Promise<Visitor> {
    this.api.now += QUARTER_HOUR_MS;
    return this.api.signedIn(login);
  }
}
