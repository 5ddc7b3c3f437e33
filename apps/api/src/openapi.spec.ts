import { readFileSync } from 'node:fs';
import { describedApi } from './described-api.js';

it('the committed description is the one that the controllers give', async () => {
  const committed = readFileSync(new URL('../openapi.json', import.meta.url), 'utf8');
  expect(JSON.parse(await describedApi())).toEqual(JSON.parse(committed));
});
