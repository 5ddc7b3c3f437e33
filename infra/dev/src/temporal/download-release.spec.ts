import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from '../process/run-command.js';
import { downloadRelease } from './download-release.js';
import { archiveName, TEMPORAL_VERSION } from './temporal-release.js';

type Answer = { status: number; body?: Buffer | string; location?: string } | 'silence';

describe('the release archive', () => {
  const release = `/releases/v${TEMPORAL_VERSION}`;
  let work: string;
  let folder: string;
  let archive: Buffer;
  let sum: string;
  let server: Server;
  let baseUrl: string;
  let files: Record<string, Answer>;

  beforeAll(async () => {
    work = mkdtempSync(join(tmpdir(), 'wuqing-release-'));
    for (const name of ['temporal-server', 'temporal-sql-tool', 'tdbg'])
      writeFileSync(join(work, name), `program ${name}`);
    chmodSync(join(work, 'temporal-server'), 0o644);
    await runCommand('tar', ['-czf', 'a.tar.gz', 'temporal-server', 'temporal-sql-tool', 'tdbg'], {
      cwd: work,
    });
    archive = readFileSync(join(work, 'a.tar.gz'));
    sum = createHash('sha256').update(archive).digest('hex');
    server = createServer((request, response) => {
      const answer = files[request.url ?? ''] ?? { status: 404 };
      if (answer === 'silence') return;
      response
        .writeHead(answer.status, answer.location ? { location: answer.location } : {})
        .end(answer.body);
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/releases/`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
    rmSync(work, { recursive: true });
  });
  beforeEach(() => {
    folder = mkdtempSync(join(work, 'into-'));
    files = {
      [`${release}/checksums.txt`]: {
        status: 200,
        body: `${'0'.repeat(64)}  other.tar.gz\n${sum}  ${archiveName()}\n`,
      },
      [`${release}/${archiveName()}`]: { status: 200, body: archive },
    };
  });

  const download = (connectMs = 5_000): Promise<void> => downloadRelease({ baseUrl, connectMs }, folder);

  it('gives the two programs, executable, when its checksum is the published one', async () => {
    await download();
    expect(readdirSync(folder).sort()).toEqual(['server', 'sql']);
    expect(readFileSync(join(folder, 'server'), 'utf8')).toBe('program temporal-server');
    expect(statSync(join(folder, 'server')).mode & 0o111).toBe(0o111);
  });

  it('is found behind a redirect', async () => {
    files['/elsewhere'] = { status: 200, body: archive };
    files[`${release}/${archiveName()}`] = { status: 302, location: '/elsewhere' };
    await download();
    expect(readdirSync(folder).sort()).toEqual(['server', 'sql']);
  });

  it('is refused and deleted when it is not what was published', async () => {
    files[`${release}/${archiveName()}`] = { status: 200, body: Buffer.concat([archive, Buffer.from('!')]) };
    await expect(download()).rejects.toThrow(/^REFUSED .*published is /);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is not asked for without a published checksum', async () => {
    files[`${release}/checksums.txt`] = { status: 200, body: '<html>moved</html>' };
    await expect(download()).rejects.toThrow(`has no line for ${archiveName()}`);
  });

  it.each(['checksums.txt', archiveName()])('whose file %s is missing is a closed road', async (name) => {
    delete files[`${release}/${name}`];
    await expect(download()).rejects.toThrow(`${name}: status 404`);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('of a server that does not answer is given up soon', async () => {
    files[`${release}/checksums.txt`] = 'silence';
    await expect(download(50)).rejects.toThrow('no answer in 0.05 s');
  });

  it('of no server at all is a closed road', async () => {
    const nobody = { baseUrl: 'http://127.0.0.1:9/releases', connectMs: 5_000 };
    await expect(downloadRelease(nobody, folder)).rejects.toThrow(/checksums\.txt: \S/);
  });

  it('that is no archive is a closed road', async () => {
    const body = 'not an archive';
    const published = createHash('sha256').update(body).digest('hex');
    files[`${release}/checksums.txt`] = { status: 200, body: `${published}  ${archiveName()}\n` };
    files[`${release}/${archiveName()}`] = { status: 200, body };
    await expect(download()).rejects.toThrow('Expected `tar`');
    expect(readdirSync(folder)).toEqual([]);
  });
});
