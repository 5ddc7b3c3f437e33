#!/usr/bin/env node
/**
 * `npm run sbom`, and the end of `npm run build`: every package of the lock file as CycloneDX, in `dist/sbom.cdx.json`. npm itself writes it.
 * What only builds and tests is in it, too, and marked by npm as `cdx:npm:package:development`: with `--omit dev` npm drops packages
 * that the product runs with, `@nestjs/core` among them, because a development package asks for them, too.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const BYTES_MAX = 64 * 1024 * 1024;
const checkout = join(fileURLToPath(import.meta.url), '..', '..', '..');
const folder = join(checkout, 'dist');
const written = execFileSync('npm', ['sbom', '--sbom-format', 'cyclonedx', '--sbom-type', 'application'], {
  cwd: checkout,
  maxBuffer: BYTES_MAX,
});
const bill = JSON.parse(written);
bill.metadata.component.name = 'wuqing'; // npm says the folder's
const shipped = ['@nestjs/core', '@temporalio/worker', 'pg', 'react', 'typeorm'];
const missing = shipped.filter(
  (name) => !bill.components.some((one) => purlOf(one).startsWith(`pkg:npm/${name}@`)),
);
if (missing.length > 0) throw new Error(`Expected the list of packages to hold ${missing.join(', ')}`);
mkdirSync(folder, { recursive: true });
const file = join(folder, 'sbom.cdx.json');
writeFileSync(file, `${JSON.stringify(bill, null, 2)}\n`);
console.log(`wrote ${file}: ${bill.components.length} packages, CycloneDX ${bill.specVersion}`);

function purlOf({ purl = '' }) {
  return decodeURIComponent(purl);
}
