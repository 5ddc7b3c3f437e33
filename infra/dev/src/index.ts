/**
 * The embedded runtime: a PostgreSQL and a Temporal server that a fresh machine can start, for `npm start`, the tests
 * and the demo.
 *
 * What it keeps in the checkout goes under `.data/`, what it keeps outside under `~/.cache/wuqing`. It ends what it
 * started, in order, and finds what a killed run left behind. It knows nothing of villages or processes (its seed
 * does), it is never part of a deployment, and no other room imports it except in specs that need real servers.
 * Begin with `start/start-product.ts`, the order of things; then `process/managed-process.ts`, how a server is kept.
 */
export * from './places.js';
export * from './setup-failure.js';
export * from './progress.js';
export * from './process/free-ports.js';
export * from './process/managed-process.js';
export * from './postgres/postgres-server.js';
export * from './postgres/start-postgres.js';
export * from './temporal/start-temporal.js';
export * from './temporal/temporal-namespace.js';
export * from './temporal/temporal-ports.js';
export * from './s3-server/provide-s3-server.js';
export * from './s3-server/start-s3-server.js';
export * from './test-servers.js';
export * from './process/supervisor.js';
export * from './secrets.js';
export * from './identities/erase-again.js';
export * from './identities/erase-persons.js';
export * from './identities/erased-list.js';
export * from './identities/find-persons.js';
export { rotateKeys } from './identities/run-rotate-keys.js';
export * from './start/settings.js';
export * from './start/product-processes.js';
export * from './backup/archive.js';
export * from './backup/take-backup.js';
export * from './backup/restore-backup.js';
export * from './backup/put-files-back.js';
export * from './backup/lost-since.js';
export * from './backup/check-database.js';
export * from './evidence/evidence-export.js';
export * from './evidence/export-evidence.js';
export * from './evidence/verify-export.js';
export * from './start/known-secrets.js';
export * from './seals/seal-anew.js';
