import fc from 'fast-check';
import type { ApiUnderTest } from './api-under-test.js';
import { PROCESS_KEY, people, units, type Login } from './village-fixture.js';

export type UnitName = keyof typeof units;
export type Tone = 'none' | 'ok' | 'warn' | 'late';

/** A case with one step, as it is written and as it is asked for. */
export interface Planted {
  readonly caseId: string;
  readonly taskId: string;
  readonly clockId: string;
  readonly title: string;
  readonly number: string;
  readonly unit: UnitName;
  readonly process: keyof typeof PROCESSES;
  readonly status: 'running' | 'completed' | 'terminated';
  readonly startedBy: Login;
  readonly startedAt: string;
  readonly seats: readonly (readonly [key: string, unit: UnitName])[];
  readonly claimedBy: Login | null;
  readonly tone: Tone;
  /** Null where no clock runs. */
  readonly due: string | null;
}

/** What the cases run by: of the fixture, and two that `closed-processes` make. */
export const PROCESSES = {
  [PROCESS_KEY]: { checksum: 'checksum-1', elementId: 'register', level: 'V' },
  'closed-t': { checksum: 'closed-t-2', elementId: 'closed-t-step', level: 'T' },
  'closed-n': { checksum: 'closed-n-2', elementId: 'closed-n-step', level: 'N' },
} as const;

const SEATS = [
  ['village-clerk', 'village'],
  ['village-director', 'village'],
  ['village-clerk', 'otherVillage'],
  ['office-clerk', 'office'],
  ['office-clerk', 'discipline'],
] as const;

const uuid = (kind: number, n: number): string =>
  `9000000${kind}-0000-4000-8000-${String((n * 7_919) % 1_000_003).padStart(12, '0')}`;

/** What is common, what one of a few dozen has, and what one alone has. */
const word = fc.oneof(
  { weight: 40, arbitrary: fc.constantFrom('硬化道路', '饮水管网') },
  { weight: 1, arbitrary: fc.constantFrom('石拱桥', 'A_b%c') },
);

const drawn = fc.record({
  word,
  unit: fc.constantFrom<UnitName>('village', 'village', 'village', 'otherVillage', 'office', 'discipline'),
  process: fc.oneof(
    { weight: 6, arbitrary: fc.constant(PROCESS_KEY) },
    { weight: 1, arbitrary: fc.constantFrom('closed-t' as const, 'closed-n' as const) },
  ),
  status: fc.constantFrom('running', 'running', 'running', 'running', 'completed', 'terminated'),
  startedBy: fc.constantFrom<Login>('clerk', 'otherClerk', 'inspector'),
  startedOn: fc.integer({ min: 1, max: 28 }),
  seats: fc.subarray([...SEATS], { minLength: 1, maxLength: 3 }),
  claimedBy: fc.constantFrom<Login | null>(null, null, null, 'clerk', 'officeClerk'),
  tone: fc.constantFrom<Tone>('none', 'ok', 'ok', 'warn', 'late'),
  dueOn: fc.integer({ min: 1, max: 28 }),
});

const day = (n: number): string => String(n).padStart(2, '0');

/** The same ones every time. */
export const plantedRows = (): Planted[] =>
  fc.sample(drawn, { numRuns: 600, seed: 12 }).map(({ word: of, startedOn, dueOn, ...rest }, n) => ({
    ...rest,
    process: rest.process as Planted['process'],
    status: rest.status as Planted['status'],
    caseId: uuid(1, n),
    taskId: uuid(2, n),
    clockId: uuid(3, n),
    title: `${of}（第${n}号）`,
    number: `2026-9${String(n).padStart(4, '0')}`,
    startedAt: `2026-07-${day(startedOn)}T08:00:00.000Z`,
    due: rest.tone === 'none' ? null : `2026-09-${day(dueOn)}T16:00:00.000Z`,
  }));

/** As entries write them: case, step, seats, clock, and the end of what is over. */
export async function plantRows(api: ApiUnderTest, all: readonly Planted[]): Promise<void> {
  const json = JSON.stringify(
    all.map((one) => ({
      ...one,
      unitId: units[one.unit],
      ...PROCESSES[one.process],
      starter: people[one.startedBy].id,
      assignee: one.claimedBy && people[one.claimedBy].id,
      isOver: one.status !== 'running',
      seats: one.seats.map(([key, unit]) => ({ key, unit: units[unit] })),
      fired: { none: 0, ok: 0, warn: 1, late: 2 }[one.tone],
    })),
  );
  const from = `FROM jsonb_to_recordset($1) AS r ("caseId" uuid, "taskId" uuid, "clockId" uuid, title text, number text, "unitId" uuid,
    process text, checksum text, "elementId" text, status text, starter text, "startedAt" timestamptz, "isOver" boolean, assignee uuid,
    seats jsonb, due timestamptz, fired int)`;
  await api.query(
    `INSERT INTO process_instance (id, number, unit_id, process_key, definition_checksum, title, status, audit_head, started_by, started_at)
     SELECT "caseId", number, "unitId", process, checksum, title, 'running', '', starter, "startedAt" ${from}`,
    [json],
  );
  await api.query(
    `INSERT INTO user_task (id, case_id, unit_id, element_id, element_key, name, created_at, state, assignee_id)
     SELECT "taskId", "caseId", "unitId", "elementId", "elementId" || '#1', '步骤', '2026-08-01', CASE WHEN "isOver" THEN 'canceled' ELSE 'open' END, assignee ${from}`,
    [json],
  );
  await api.query(
    `INSERT INTO user_task_candidate (user_task_id, position_key, unit_id)
     SELECT "taskId", s ->> 'key', (s ->> 'unit')::uuid ${from}, jsonb_array_elements(r.seats) s`,
    [json],
  );
  await api.query(
    `INSERT INTO service_level_clock (id, case_id, unit_id, user_task_id, element_id, name, policy, anchor, due_on, provisional, instants, next_index, breached_at, state, stopped_at)
     SELECT "clockId", "caseId", "unitId", "taskId", "elementId", '办理期限', '{}', '2026-08-01', '2026-09-01', false,
       jsonb_build_array(jsonb_build_object('kind', 'warn', 'rung', 0, 'at', '2026-08-21T00:00:00.000Z'), jsonb_build_object('kind', 'due', 'rung', 0, 'at', due)),
       fired, CASE WHEN fired = 2 THEN due END, CASE WHEN "isOver" THEN 'stopped' ELSE 'running' END, CASE WHEN "isOver" THEN '2026-08-19'::timestamptz END
     ${from} WHERE due IS NOT NULL`,
    [json],
  );
  await api.query(
    `UPDATE process_instance c SET status = r.status, ended_at = '2026-08-19' ${from} WHERE c.id = r."caseId" AND r."isOver"`,
    [json],
  );
}
