import { createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { ClamdCheck } from './clamd-check.js';
import { CheckerAway } from './virus-check.js';

/** Speaks the protocol as clamd's manual has it: `zINSTREAM\0`, pieces behind their lengths, zero at the end. */
function clamdDouble(answer: (content: Buffer) => string | undefined): Promise<Server> {
  const server = createServer((socket: Socket) => {
    let waiting = Buffer.alloc(0);
    let content = Buffer.alloc(0);
    let isCommanded = false;
    socket.on('error', () => undefined);
    socket.on('data', (piece: Buffer) => {
      waiting = Buffer.concat([waiting, piece]);
      if (!isCommanded && waiting.length >= 10) {
        if (waiting.subarray(0, 10).toString() !== 'zINSTREAM\0') return socket.end('UNKNOWN COMMAND\0');
        isCommanded = true;
        waiting = waiting.subarray(10);
      }
      while (isCommanded && waiting.length >= 4) {
        const length = waiting.readUInt32BE(0);
        if (length === 0) {
          const said = answer(content);
          return said === undefined ? socket.destroy() : socket.end(`${said}\0`);
        }
        if (waiting.length < 4 + length) return undefined;
        content = Buffer.concat([content, waiting.subarray(4, 4 + length)]);
        waiting = waiting.subarray(4 + length);
      }
      return undefined;
    });
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

async function* pieces(...content: readonly Buffer[]) {
  yield* content;
}

const TEST_VIRUS = Buffer.from('this stands for the test virus');

describe('clamd', () => {
  let server: Server | undefined;
  afterEach(() => server?.close());
  const check = async (answer: (content: Buffer) => string | undefined): Promise<ClamdCheck> => {
    server = await clamdDouble(answer);
    return new ClamdCheck({ host: '127.0.0.1', port: (server.address() as AddressInfo).port });
  };
  const byContent = (content: Buffer): string =>
    content.includes(TEST_VIRUS) ? 'stream: Eicar-Test-Signature FOUND' : 'stream: OK';

  it('is sent the whole content, in pieces of any size', async () => {
    let got: Buffer = Buffer.alloc(0);
    const clamd = await check((content) => {
      got = content;
      return 'stream: OK';
    });
    const large = Buffer.alloc(200_000, 9);
    expect(await clamd.look(pieces(large, Buffer.from('end')))).toEqual({ clean: true });
    expect(got.equals(Buffer.concat([large, Buffer.from('end')]))).toBe(true);
  });

  it('names what it finds', async () => {
    const clamd = await check(byContent);
    expect(await clamd.look(pieces(TEST_VIRUS))).toEqual({ clean: false, name: 'Eicar-Test-Signature' });
  });

  it.each<[string, string | undefined]>([
    ['closes without a word', undefined],
    ['says that the stream is too large', 'INSTREAM size limit exceeded. ERROR'],
    ['says something else', 'stream: perhaps'],
  ])('that %s has told nothing', async (_what, said) => {
    const clamd = await check(() => said);
    await expect(clamd.look(pieces(TEST_VIRUS))).rejects.toThrow(CheckerAway);
  });

  it('that is not there has told nothing', async () => {
    const clamd = await check(byContent);
    server!.close();
    await expect(clamd.look(pieces(TEST_VIRUS))).rejects.toThrow(CheckerAway);
  });
});
