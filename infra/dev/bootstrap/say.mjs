/** One sentence about what is wrong and what to do, then the end. */
export function giveUp(sentence) {
  console.error(`\n${sentence}`);
  process.exit(1);
}

/** Runs one stage of the bootstrap and says how long it took; `work` answers false where it failed and said why. */
export async function stage(label, work) {
  const began = performance.now();
  const seconds = () => `${((performance.now() - began) / 1000).toFixed(1)} s`;
  const timer = setInterval(() => console.log(`… ${label} ${seconds()}`), 10_000);
  try {
    const good = (await work()) !== false;
    console.log(`${good ? '✓' : '✗'} ${label} ${seconds()}`);
  } finally {
    clearInterval(timer);
  }
}
