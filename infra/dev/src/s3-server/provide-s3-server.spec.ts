import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CHECKOUT } from '../places.js';
import { LEAST_GO } from '../programs/go-toolchain.js';
import { S3_SERVER_VERSION } from './provide-s3-server.js';

it('the S3 server of the tests is the one that its Go module pins', () => {
  const module = readFileSync(join(CHECKOUT, 'infra', 's3-server', 'go.mod'), 'utf8');
  expect(module).toContain(`\tgithub.com/versity/versitygw v${S3_SERVER_VERSION} `);
  expect(module).toContain(`\ngo ${LEAST_GO}\n`);
});
