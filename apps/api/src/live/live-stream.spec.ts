import { once } from 'node:events';
import { createServer, get, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onceGone } from './live-stream.js';

/** The answer to a browser that can still be sent away, and the end of it all. */
async function answering() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const browser = get({ host: '127.0.0.1', port: (server.address() as AddressInfo).port });
  browser.on('error', () => undefined); // it is cut off on purpose
  const [, response] = (await once(server, 'request')) as [unknown, ServerResponse];
  return { response, browser, server };
}

it.each(['before anybody asked', 'later'])('hears once of a browser that went %s', async (when) => {
  const { response, browser, server } = await answering();
  const gone = once(response, 'close');
  let times = 0;
  if (when === 'later') onceGone(response, () => (times += 1));
  expect(times).toBe(0);
  browser.destroy();
  await gone;
  if (when !== 'later') onceGone(response, () => (times += 1));
  expect(times).toBe(1);
  server.close();
});
