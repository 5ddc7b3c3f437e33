import { createServer, type Server } from 'node:net';
import { freePort, freePorts } from './free-ports.js';

const listening = (port: number): Promise<Server> =>
  new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(server));
  });

describe('free ports', () => {
  it('gives the wished port where it is free', async () => {
    const wish = await freePort();
    expect(await freePort(wish)).toBe(wish);
  });

  it('gives another where it is occupied, and that one can be listened on', async () => {
    const wish = await freePort();
    const occupant = await listening(wish);
    const given = await freePort(wish);
    expect(given).not.toBe(wish);
    const server = await listening(given);
    for (const open of [occupant, server]) open.close();
  });

  it('never gives one port twice, even if it is wished for twice', async () => {
    const wish = await freePort();
    const ports = await freePorts([wish, wish, 0, 0, 0]);
    expect(new Set(ports).size).toBe(5);
    expect(ports[0]).toBe(wish);
  });

  it('gives nobody a port that another one wishes for', async () => {
    const [first, second, third] = (await freePorts([0, 0, 0])) as [number, number, number];
    const occupant = await listening(first);
    const [moved, ...others] = await freePorts([first, second, third]);
    occupant.close();
    expect(others).toEqual([second, third]);
    expect([first, second, third]).not.toContain(moved);
  });

  it('keeps below the range of outgoing connections', async () => {
    for (const port of await freePorts([0, 0, 0])) expect(port).toBeLessThan(32_768);
  });
});
