import { isIP } from 'node:net';
import { fileSettingsFrom, type FileSettings } from '@wuqing/file-storage';
import { channelsNamedIn, type ChannelName } from '@wuqing/notifications';
import { clockDifferenceMaxFrom, searchKeyFrom, type MasterKeyRing } from '@wuqing/persistence';
import { keyRingFrom, type PayloadKeyRing } from '@wuqing/workflow-contracts/data-converter';
import { budgetsTimes, type RequestBudgets } from './http/request-budgets.js';

/** Nest's name for the API's settings. */
export const API_SETTINGS = Symbol('api settings');

export interface ApiSettings {
  readonly databaseUrl: string;
  readonly temporalAddress: string;
  readonly temporalNamespace: string;
  readonly payloadKeys: PayloadKeyRing;
  readonly identityKeys: IdentityKeys;
  /** Where files lie, who looks through them, how large they may be. */
  readonly files: FileSettings;
  /** Known to the database by its fingerprint, like the payload keys. */
  readonly sessionSecret?: string;
  /** How far apart this machine's clock and the database's may be, in ms; nothing is compared where it is absent. */
  readonly clockDifferenceMaxMs?: number;
  readonly host: string;
  readonly port: number;
  /** Demo and training: first passwords need not be changed, and a case may begin on another day. */
  readonly demo: boolean;
  /** A demo's invented people that are worth trying, and their one password; shown to everybody. */
  readonly demoAccounts?: DemoAccounts;
  readonly processTaskQueue?: string;
  readonly updatesMax?: number;
  /** How long a case waits for a town's service, in ms. */
  readonly serviceAnswerWithinMs?: number;
  /** Longest time to an answer, in ms; tests shorten it. */
  readonly answerWithinMs?: number;
  /** The same of a form that comes with photos. */
  readonly formWithinMs?: number;
  /** How long whoever has said who he is need not say it again before a grave act, in ms. */
  readonly confirmationMs?: number;
  /** How often a stream of live changes is told that it lives, in ms; tests shorten it. */
  readonly liveBeatMs?: number;
  /** Addresses and CIDR ranges of proxies whose `X-Forwarded-*` is believed; nobody's where nothing is said. */
  readonly trustedProxies?: readonly string[];
  /** Step of time at which refusals leave that must not tell by it what was looked at, in ms; 0: at once. */
  readonly evenStepMs?: number;
  /** Whether events of the security log are printed, too. */
  readonly securityLines?: boolean;
  /** Where villagers reach the public pages, for the codes that they scan; what the request names where nothing is said. */
  readonly publicUrl?: string;
  /** Other budgets than `requestBudgets`, for tests and measurements. */
  readonly budgets?: RequestBudgets;
  /** Channels of notifications that the worker has; none where it is absent. */
  readonly channels?: readonly ChannelName[];
  /** Whether the press begins with the first paper that somebody asks for, and not with the API. */
  readonly pressOnDemand?: boolean;
  /** Folder of the built web pages; absent where only the interface is served. */
  readonly webFolder?: string;
}

/** Of what is sealed of persons. */
export interface IdentityKeys {
  /** Wraps the key of each person. */
  readonly master: MasterKeyRing;
  /** Of the hashes by which a text is found again; 32 bytes. */
  readonly search: Buffer;
}

export interface DemoAccounts {
  readonly password: string;
  readonly accounts: readonly { readonly login: string; readonly title: string; readonly sees: string }[];
}

/** Reads the environment; throws a sentence that names what is missing. */
export function readSettings(env: NodeJS.ProcessEnv): ApiSettings {
  return {
    databaseUrl: expected(env, 'DATABASE_URL'),
    temporalAddress: expected(env, 'TEMPORAL_ADDRESS'),
    temporalNamespace: env['TEMPORAL_NAMESPACE'] ?? 'wuqing',
    payloadKeys: keyRingFrom(expected(env, 'WUQING_PAYLOAD_KEYS')),
    identityKeys: identityKeysIn(env),
    files: fileSettingsFrom(env),
    ...(env['WUQING_SESSION_SECRET'] ? { sessionSecret: env['WUQING_SESSION_SECRET'] } : {}),
    clockDifferenceMaxMs: clockDifferenceMaxFrom(env),
    host: env['HOST'] ?? '127.0.0.1',
    port: wholeNumber(env, 'PORT') ?? 3000,
    demo: env['WUQING_DEMO'] === '1',
    ...demoAccountsIn(env),
    processTaskQueue: env['WUQING_TASK_QUEUE'],
    updatesMax: wholeNumber(env, 'WUQING_UPDATES_MAX'),
    serviceAnswerWithinMs: wholeNumber(env, 'WUQING_SERVICE_ANSWER_WITHIN_MS'),
    ...confirmationIn(env),
    publicUrl: webAddress(env, 'WUQING_PUBLIC_URL'),
    trustedProxies: addresses(env, 'WUQING_TRUSTED_PROXIES'),
    channels: channelsNamedIn(env),
    securityLines: true,
    pressOnDemand: env['WUQING_PRESS'] === 'on-demand',
    budgets: budgetsTimes(wholeNumber(env, 'WUQING_BUDGETS_TIMES') ?? 1),
  };
}

const identityKeysIn = (env: NodeJS.ProcessEnv): IdentityKeys => ({
  master: keyRingFrom(expected(env, 'WUQING_MASTER_KEYS'), 'the master keys'),
  search: searchKeyFrom(expected(env, 'WUQING_IDENTITY_SEARCH_KEY')),
});

function confirmationIn(env: NodeJS.ProcessEnv): Pick<ApiSettings, 'confirmationMs'> {
  const minutes = wholeNumber(env, 'WUQING_CONFIRMATION_MINUTES');
  return minutes === undefined ? {} : { confirmationMs: minutes * 60_000 };
}

/** What the starter of a demo tells; outside of one nobody is told of any account. */
function demoAccountsIn(env: NodeJS.ProcessEnv): Pick<ApiSettings, 'demoAccounts'> {
  const text = env['WUQING_DEMO_ACCOUNTS'];
  if (env['WUQING_DEMO'] !== '1' || !text) return {};
  return { demoAccounts: JSON.parse(text) as DemoAccounts };
}

function expected(env: NodeJS.ProcessEnv, name: string): string {
  const value = env[name];
  if (!value) throw new Error(`Expected the environment variable ${name}`);
  return value;
}

/** 'https://host', without a path. */
function webAddress(env: NodeJS.ProcessEnv, name: string): string | undefined {
  const text = env[name]?.replace(/\/+$/, '');
  if (text === undefined || text === '') return undefined;
  if (!/^https?:\/\/[\w.:[\]-]+$/.test(text))
    throw new Error(`Expected an address like https://gongkai.example.cn in ${name}, found ${text}`);
  return text;
}

/** IP addresses and CIDR ranges, between commas. */
function addresses(env: NodeJS.ProcessEnv, name: string): readonly string[] {
  const given = (env[name] ?? '').split(',').flatMap((part) => part.trim() || []);
  const wrong = given.find((one) => !isAddressOrRange(one));
  if (wrong !== undefined) throw new Error(`Expected IP addresses or CIDR ranges in ${name}, found ${wrong}`);
  return given;
}

function isAddressOrRange(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/');
  const version = isIP(address);
  const max = version === 4 ? 32 : 128;
  return (
    version !== 0 &&
    rest.length === 0 &&
    (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= max))
  );
}

function wholeNumber(env: NodeJS.ProcessEnv, name: string): number | undefined {
  const text = env[name];
  if (text === undefined || text === '') return undefined;
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0)
    throw new Error(`Expected a whole number in ${name}, found ${text}`);
  return value;
}
