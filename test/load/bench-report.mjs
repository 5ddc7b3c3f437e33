import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';

/** The machine on which the figures were measured: without it they say nothing. */
export const hardware = () => ({
  cpu: cpus()[0].model,
  cores: cpus().length,
  memoryGiB: Math.round(totalmem() / 2 ** 30),
  node: process.version,
});

/** Of the minute before, others' work among it: 0 to 1 of our own on a quiet machine. */
const load = () => Number(loadavg()[0].toFixed(1));

/** Prints the figures with their bars and writes them as JSON beside the bench. */
export function report(name, figures, bars = {}) {
  const { cpu, cores, memoryGiB, node } = hardware();
  console.log(`\n${name} — ${cpu}, ${cores} cores, ${memoryGiB} GiB, Node ${node}, load ${load()}`);
  for (const [key, value] of Object.entries(figures)) {
    console.log(
      `  ${key.padEnd(44)} ${String(value).padStart(14)}${bars[key] ? `   bar: ${bars[key]}` : ''}`,
    );
  }
  const folder = new URL('./results/', import.meta.url);
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    new URL(`${name}.json`, folder),
    `${JSON.stringify({ name, hardware: { ...hardware(), load: load() }, figures, bars }, null, 2)}\n`,
  );
}

export const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

export const quantile = (values, share) =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))];

export const round = (value, digits = 0) => Number(value.toFixed(digits));
