import { join } from 'node:path';
import { run } from './run.mjs';
import { stage } from './say.mjs';

/** What is checked without running the product: name → program in node_modules and its arguments. */
const CHECKS = {
  lint: ['eslint/bin/eslint.js', '.', '--max-warnings=0'],
  types: ['typescript/bin/tsc', '-p', 'tsconfig.json'],
  house: ['../infra/dev/house.mjs'],
  format: ['prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.'],
};

/** Runs all of them at once; gives the names of those that failed, after their words. */
export async function runChecks(checkout) {
  const failed = [];
  await stage(Object.keys(CHECKS).join(', '), async () => {
    await Promise.all(
      Object.entries(CHECKS).map(async ([name, [program, ...args]]) => {
        const { code, output } = await run(
          process.execPath,
          [join(checkout, 'node_modules', program), ...args],
          { cwd: checkout },
        );
        if (code === 0) return;
        failed.push(name);
        console.log(`✗ ${name}\n${output}`);
      }),
    );
    return failed.length === 0;
  });
  return failed;
}
