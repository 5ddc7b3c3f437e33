import { ApiProblem } from '../problem.js';
import { LOOKS_BEFORE_STREAM, LOOK_EVERY_MS, LiveLine, SILENT_MS, type Stream } from './live-line.js';
import type { LiveTold } from './live-news.js';

type Hear = (event: { readonly data?: string; readonly lastEventId?: string }) => void;

class FakeStream implements Stream {
  readyState = 1;
  private readonly hearers = new Map<string, Hear>();
  constructor(readonly since: string | undefined) {}
  addEventListener(event: string, hear: Hear): void {
    this.hearers.set(event, hear);
  }
  close(): void {
    this.readyState = 2;
  }
  say(event: string, data: object = {}, lastEventId = ''): void {
    this.hearers.get(event)!({ data: JSON.stringify(data), lastEventId });
  }
}

const told = (cursor: string, ids: readonly string[] = [], reset = false): LiveTold => ({
  cursor,
  reset,
  items: ids.map((id) => ({ topic: 'case', id, version: null, caseId: id })),
});

function line(looks: (since: string | undefined) => Promise<LiveTold> = () => Promise.resolve(told('0'))) {
  const streams: FakeStream[] = [];
  const heard: string[] = [];
  const looked: (string | undefined)[] = [];
  let waiting: { ms: number; act: () => void } | undefined;
  const live = new LiveLine({
    open: (since) => {
      streams.push(new FakeStream(since));
      return streams.at(-1)!;
    },
    look: (since) => {
      looked.push(since);
      return looks(since);
    },
    later: (ms, act) => {
      const mine = { ms, act };
      waiting = mine;
      return () => {
        if (waiting === mine) waiting = undefined;
      };
    },
    onTold: ({ reset, items }) => heard.push(reset ? 'reset' : items.map(({ id }) => id).join()),
    onEnd: () => heard.push('end'),
  });
  const pass = async (ms: number): Promise<void> => {
    expect(waiting?.ms).toBe(ms);
    waiting!.act();
    await new Promise(setImmediate);
  };
  live.start();
  return { live, streams, heard, looked, pass, isWaiting: () => waiting !== undefined };
}

it('tells what the stream tells, and nothing of a beat', () => {
  const { streams, heard } = line();
  streams[0]!.say('beat', {}, '1');
  streams[0]!.say('changes', told('2', ['a', 'b']));
  streams[0]!.say('changes', told('3', [], true));
  streams[0]!.say('changes', told('4'));
  expect(heard).toEqual(['a,b', 'reset']);
});

it('looks where the stream is refused, goes on from where it stood, and tries a stream again', async () => {
  const { streams, heard, looked, pass } = line((since) => Promise.resolve(told(`${since}+`, ['x'])));
  streams[0]!.say('beat', {}, '7');
  streams[0]!.readyState = 2;
  streams[0]!.say('error');
  await new Promise(setImmediate);
  for (let n = 1; n < LOOKS_BEFORE_STREAM; n += 1) await pass(LOOK_EVERY_MS);
  expect(looked).toHaveLength(LOOKS_BEFORE_STREAM);
  expect(looked[1]).toBe('7+');
  expect(heard).toHaveLength(LOOKS_BEFORE_STREAM);
  await pass(LOOK_EVERY_MS);
  expect(streams).toHaveLength(2);
  expect(streams[1]!.since).toBe(`7${'+'.repeat(LOOKS_BEFORE_STREAM)}`);
});

it('leaves it to the browser where the line was cut', () => {
  const { streams, looked } = line();
  streams[0]!.readyState = 0;
  streams[0]!.say('error');
  expect([streams.length, looked.length]).toEqual([1, 0]);
});

it('gives up a line that has fallen silent, also where nobody answers', async () => {
  const { streams, looked, pass } = line(() => Promise.reject(new Error('away')));
  await pass(SILENT_MS);
  expect([streams[0]!.readyState, looked]).toEqual([2, [undefined]]);
  await pass(LOOK_EVERY_MS);
  expect(streams).toHaveLength(2);
});

it.each(['end', 'stop'] as const)('is over after %s, and leaves nothing behind', (how) => {
  const { live, streams, heard, isWaiting } = line();
  if (how === 'end') streams[0]!.say('end');
  else live.stop();
  streams[0]!.say('changes', told('9', ['late']));
  expect([heard, streams[0]!.readyState]).toEqual([how === 'end' ? ['end'] : [], 2]);
  expect(isWaiting()).toBe(false);
});

it('is over where the session is, and asks no more', async () => {
  const ended = new ApiProblem({ title: '尚未登录', status: 401 });
  const { streams, heard, isWaiting } = line(() => Promise.reject(ended));
  streams[0]!.readyState = 2;
  streams[0]!.say('error');
  await new Promise(setImmediate);
  expect([heard, isWaiting()]).toEqual([['end'], false]);
});
