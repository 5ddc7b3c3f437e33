/**
 * `node measure.mjs <name>`: one attack in a process of its own, so that its memory is its own. Prints a line of JSON:
 * the answer, ms, the highest memory of the process (MB), and the longest time (ms) in which its event loop did not turn.
 */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { DefinitionReader } from '@wuqing/publication';
import { attacks } from './attacks.mjs';
import { line, file, user } from './drawn.mjs';

const TURN_MS = 2;
const attack = attacks.find(({ name }) => name === process.argv[2]);
const reader = new DefinitionReader();
const lane = new Worker(new URL('./case-thread.mjs', import.meta.url));
await once(lane, 'message');
await reader.read(file(line(user('u'), 'u'))); // as after a first file: its thread runs
const inThread = async (work) => {
  lane.postMessage(work);
  return (await once(lane, 'message'))[0];
};
const door = {
  read: (text) => reader.read(text),
  run: (process) => inThread({ process }),
  decide: (decisions) => inThread({ decisions }),
};

let turned = performance.now();
let blockedMs = 0;
const turning = setInterval(turn, TURN_MS);
await new Promise((resolve) => setTimeout(resolve, 5 * TURN_MS));
blockedMs = 0;
const begun = performance.now();
const answer = await attack.ask(door).catch((error) => `threw: ${error}`);
const ms = performance.now() - begun;
turn();
clearInterval(turning);
await Promise.all([reader.close(), lane.terminate()]);
const mb = process.resourceUsage().maxRSS / 1024;
console.log(
  JSON.stringify({ answer, ms: Math.round(ms), mb: Math.round(mb), blockedMs: Math.round(blockedMs) }),
);

function turn() {
  const now = performance.now();
  blockedMs = Math.max(blockedMs, now - turned - TURN_MS);
  turned = now;
}
