#!/usr/bin/env node
/** `npm run api-client`: makes the web's client anew where the API's description has changed. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generateApiClient } from './bootstrap/api-client.mjs';

await generateApiClient(join(fileURLToPath(import.meta.url), '..', '..', '..'));
