import { ApiProblem } from '../client/problem.js';
import { chooseDraft, type ServerDraft } from './choose-draft.js';
import type { DraftContent } from './device-rows.js';
import { DraftKeeper, type DraftDoors, type DraftState } from './draft-keeper.js';

const content = (title: string): DraftContent => ({ data: { title }, pastEntryReason: '', names: {} });
const titleOf = (one: DraftContent | undefined) => one?.data['title'];
const problem = (status: number, type = 'x') => new ApiProblem({ title: type, status, type });
const CONFLICT = problem(409, 'urn:wuqing:problem:draft-conflict');

/** A device, a server and a clock that a test moves. */
class World implements DraftDoors {
  time = 0;
  readonly states: DraftState[] = [];
  device: { content: DraftContent; basedOn: number; isOnServer: boolean } | undefined;
  server: ServerDraft | null = null;
  failures: ApiProblem[] = [];
  sent = 0;
  private waits: { at: number; act: () => void }[] = [];

  readonly now = () => new Date(this.time);
  readonly onState = (state: DraftState) => void this.states.push(state);
  readonly later = (ms: number, act: () => void) => {
    const wait = { at: this.time + ms, act };
    this.waits.push(wait);
    return () => void (this.waits = this.waits.filter((one) => one !== wait));
  };
  readonly keepOnDevice: DraftDoors['keepOnDevice'] = async (draft) => void (this.device = draft);
  readonly readServer = async () => this.server;
  readonly isOwn: DraftDoors['isOwn'] = ({ content: theirs }) => theirs === this.told;
  /** The answer to the next words never comes. */
  isAnswerLost = false;
  private told: DraftContent | undefined;
  readonly keepOnServer: DraftDoors['keepOnServer'] = async (draft, basedOn) => {
    this.sent += 1;
    const failure = this.failures.shift();
    if (failure) throw failure;
    if (basedOn !== (this.server?.version ?? 0)) throw CONFLICT;
    const savedAt = this.now().toISOString();
    this.server = { version: basedOn + 1, content: draft, savedAt, leftByName: null };
    this.told = draft;
    if (this.isAnswerLost) {
      this.isAnswerLost = false;
      throw new TypeError('Failed to fetch');
    }
    return { version: basedOn + 1, savedAt };
  };

  async pass(ms: number): Promise<void> {
    for (const until = this.time + ms; ;) {
      const next = this.waits.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0];
      this.time = next?.at ?? until;
      if (!next) return;
      this.waits = this.waits.filter((one) => one !== next);
      next.act();
      for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
    }
  }
}

const begin = (server: ServerDraft | null = null) => {
  const world = new World();
  world.server = server;
  return { world, keeper: new DraftKeeper(world, chooseDraft(undefined, server)) };
};

describe('what is being written', () => {
  it('lies on the device within two seconds of the first word, and on the server within ten', async () => {
    const { world, keeper } = begin();
    keeper.change(content('修'));
    for (let at = 0; at < 19; at += 1) {
      await world.pass(100);
      keeper.change(content(`修${at}`));
    }
    expect(titleOf(world.device?.content)).toBeDefined();
    expect(keeper.now.where).toBe('device');
    await world.pass(8_000);
    expect(titleOf(world.server?.content)).toBe('修18');
    expect(keeper.now.where).toBe('server');
    expect(world.device).toMatchObject({ basedOn: 1, isOnServer: true });
    // Whoever leaves now leaves nothing behind that the server has not.
    await keeper.flush();
    expect(world.device?.isOnServer).toBe(true);
    keeper.change(content('桥'));
    await keeper.flush();
    expect(world.device).toMatchObject({ basedOn: 1, isOnServer: false });
  });

  it('goes on from what the server was told, where the answer was lost on the way', async () => {
    const { world, keeper } = begin();
    world.isAnswerLost = true;
    keeper.change(content('修'));
    await world.pass(6_000);
    expect(world.server?.version).toBe(1);
    keeper.change(content('修路'));
    await world.pass(20_000);
    expect([titleOf(world.server?.content), keeper.now.elsewhere]).toEqual(['修路', undefined]);
    expect(world.device).toMatchObject({ basedOn: 2, isOnServer: true });
  });

  it('is not saved while nobody writes', async () => {
    const { world } = begin();
    await world.pass(60_000);
    expect([world.device, world.sent]).toEqual([undefined, 0]);
  });

  it('stays on the device while there is no network, and goes on when there is', async () => {
    const { world, keeper } = begin();
    world.failures = [problem(0), problem(503), problem(401)];
    keeper.change(content('离线写的'));
    await world.pass(6_000);
    expect([keeper.now.where, titleOf(world.device?.content)]).toEqual(['device', '离线写的']);
    await world.pass(40_000);
    expect(titleOf(world.server?.content)).toBe('离线写的');
  });

  it('is offered to the server no more once the step is another’s', async () => {
    const { world, keeper } = begin();
    world.failures = [problem(409)];
    keeper.change(content('来不及了'));
    await world.pass(120_000);
    expect([world.sent, titleOf(world.device?.content)]).toEqual([1, '来不及了']);
  });

  it('lies on the device at once when the page goes', async () => {
    const { world, keeper } = begin();
    keeper.change(content('最后一个字'));
    await keeper.flush();
    expect([world.time, titleOf(world.device?.content)]).toEqual([0, '最后一个字']);
  });
});

describe('what was written elsewhere meanwhile', () => {
  const both = async () => {
    const start: ServerDraft = { version: 1, content: content('开头'), savedAt: '', leftByName: null };
    const { world, keeper } = begin(start);
    world.server = { ...start, version: 2, content: content('别处') };
    keeper.change(content('本机'));
    await world.pass(60_000);
    return { world, keeper };
  };

  it('is not written over: the person is asked, and nothing is sent until then', async () => {
    const { world, keeper } = await both();
    expect(titleOf(keeper.now.elsewhere?.content)).toBe('别处');
    keeper.change(content('本机又写'));
    await world.pass(60_000);
    expect([titleOf(world.server?.content), world.sent]).toEqual(['别处', 1]);
    expect(titleOf(world.device?.content)).toBe('本机又写');
  });

  it('gives way where the person keeps his own', async () => {
    const { world, keeper } = await both();
    keeper.keepMine();
    await world.pass(20_000);
    expect([titleOf(world.server?.content), world.server?.version]).toEqual(['本机', 3]);
    expect(keeper.now).toMatchObject({ where: 'server' });
    expect(keeper.now.elsewhere).toBeUndefined();
  });

  it('is gone on from where the person takes it', async () => {
    const { world, keeper } = await both();
    expect(titleOf(await keeper.takeTheirs())).toBe('别处');
    expect(world.device).toMatchObject({ basedOn: 2, isOnServer: true });
    keeper.change(content('别处，又写'));
    await world.pass(20_000);
    expect([titleOf(world.server?.content), world.server?.version]).toEqual(['别处，又写', 3]);
  });
});
