import { readFileSync } from 'node:fs';
import type { ApiUnderTest } from './api-under-test.js';
import { units } from './village-fixture.js';
import type { Answer } from './visitor.js';
import type { Seat } from './every-seat.js';

interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
}

export interface Got {
  readonly template: string;
  readonly address: string;
  readonly answer: Answer;
}

/** Every GET of the committed description, with the parameters that it takes. */
export function describedGets(): (readonly [template: string, parameters: readonly Parameter[]])[] {
  const text = readFileSync(new URL('../../openapi.json', import.meta.url), 'utf8');
  const { paths } = JSON.parse(text) as {
    paths: Record<string, { get?: { parameters?: readonly Parameter[] } }>;
  };
  return Object.entries(paths).flatMap(([path, { get }]) =>
    get ? [[path, get.parameters ?? []] as const] : [],
  );
}

/** What stands in the place of `{id}` or `{key}` behind each beginning of an address: everything that there is. */
const placesOf: Readonly<Record<string, string>> = {
  '/api/processes/{key}': 'SELECT DISTINCT key FROM process_definition_version',
  '/api/cases/{id}': 'SELECT id FROM process_instance',
  '/api/supervision/orders/{id}': `SELECT id FROM process_instance WHERE process_key = 'supervision-order'`,
  '/api/supervision/units/{id}': 'SELECT id FROM unit',
  '/api/organization/units/{id}': 'SELECT id FROM unit',
  '/api/ledgers/{key}': 'SELECT DISTINCT key FROM ledger_kind',
  '/api/ledger-rows/{id}': 'SELECT id FROM ledger_row',
  '/api/slips/{id}': 'SELECT id FROM slip',
  '/api/letters/{id}': 'SELECT id FROM letter',
  '/api/user-tasks/{id}': 'SELECT id FROM user_task',
  '/api/commands/{id}': 'SELECT id FROM command',
  '/api/messages/{id}': 'SELECT id FROM message',
  '/api/inspection/notices/{id}': 'SELECT id FROM public_notice',
  '/api/objection-photos/{id}': 'SELECT id FROM objection_photo',
  '/api/uploads/{id}': 'SELECT id FROM stored_file',
  '/api/files/{id}': 'SELECT id FROM stored_file',
  '/api/public/files/{id}': 'SELECT id FROM stored_file',
  '/api/public/notices/{id}': 'SELECT id FROM public_notice',
};

/** What each filter of a list is tried with, one after the other. */
const filters: Readonly<Record<string, readonly string[]>> = {
  limit: ['200', '1'],
  group: ['entrance', 'rights', 'refusals'],
  unitId: Object.values(units),
  processKey: ['closed-t', 'closed-n', 'open-case', 'open-calling'],
  status: ['running', 'completed'],
  q: ['暗号', '修', 'ah', 'x'],
  kind: ['to-do', 'info'],
  state: ['running', 'late', 'stopped', 'mine', 'open', 'overdue', 'published'],
  open: ['true'],
  view: ['todo', 'claimable', 'claimed', 'done'],
  tone: ['none', 'late'],
  dueBy: ['2030-12-31'],
  inForceOn: ['2026-08-24'],
  asOf: ['2026-08-24'],
  on: ['2026-08-24'],
  elementId: ['register', 'look'],
  mine: ['true'],
  unread: ['true'],
  color: ['red', 'yellow'],
  late: ['true', 'false'],
  reviewed: ['true', 'false'],
  failed: ['true', 'false'],
  look: ['online', 'onsite'],
  year: ['2026'],
  village: ['v01', 'v02'],
  page: ['1', '2'],
  box: ['received', 'sent'],
  board: ['village', 'party'],
  month: ['2026-08', '2026-09'],
  after: [],
  since: ['1:1:'],
  before: ['1000000'],
};

export type Places = Readonly<Record<string, readonly string[]>>;

/** Everything that a place can be filled with, by the beginning of the address; asked once. */
export async function placesIn(api: ApiUnderTest): Promise<Places> {
  const read = await Promise.all(
    Object.entries(placesOf).map(async ([beginning, sql]) => {
      const rows = await api.query<Record<string, string>>(sql);
      return [beginning, rows.flatMap((row) => Object.values(row))] as const;
    }),
  );
  return Object.fromEntries(read);
}

/** Every address of one GET; throws where it has a parameter that nobody here knows to fill. */
export function addressesOf(template: string, parameters: readonly Parameter[], places: Places): string[] {
  const beginning = Object.keys(placesOf).find((one) => template === one || template.startsWith(`${one}/`));
  const taken = parameters.filter((one) => one.in === 'path').map(({ name }) => name);
  if (taken.length > 1 || (taken.length === 1 && beginning === undefined))
    throw new Error(`Expected to know what stands in the places of ${template}`);
  const filled =
    beginning === undefined
      ? [template]
      : places[beginning]!.map((place) => template.replace(/\{\w+\}/, encodeURIComponent(place)));
  const asked = parameters
    .filter((one) => one.in === 'query')
    .flatMap(({ name }) => {
      const values = filters[name];
      if (!values) throw new Error(`Expected to know what to give for ${name} of ${template}`);
      return values.map((value) => `${name}=${encodeURIComponent(value)}`);
    });
  return filled.flatMap((address) => [address, ...asked.map((query) => `${address}?${query}`)]);
}

const PAGES_MAX = 100;

/** The answers of one address, page behind page. */
export async function allPages({ visitor }: Seat, template: string, address: string): Promise<Got[]> {
  const got: Got[] = [];
  for (let next: string | null = address; next !== null && got.length < PAGES_MAX;) {
    const answer: Answer = await visitor.get(next);
    got.push({ template, address: next, answer });
    const after: unknown = answer.body?.next;
    // The security log goes back in time.
    const place: string = template === '/api/security-events' ? 'before' : 'after';
    const joint: string = address.includes('?') ? '&' : '?';
    next = typeof after === 'string' ? `${address}${joint}${place}=${encodeURIComponent(after)}` : null;
  }
  return got;
}
