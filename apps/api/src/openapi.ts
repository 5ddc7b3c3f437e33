import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describedApi } from './described-api.js';

/** Writes the committed description anew: `node dist/openapi.js`. */
const file = fileURLToPath(new URL('../openapi.json', import.meta.url));
writeFileSync(file, await describedApi());
console.log(`wrote ${file}`);
