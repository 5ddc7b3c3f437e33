import type { InstanceDriver } from '@wuqing/testing';

/** A house that is bent on purpose: what specs share here leads back to this room through another. */
export type Ledger = (instance: InstanceDriver) => string[];
