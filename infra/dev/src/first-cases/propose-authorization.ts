import type { People } from '../drive/index.js';

const LEDGER = '/api/ledgers/assembly-authorizations';
const CLERK = 'v01-clerk';

interface Edits {
  readonly items: readonly unknown[];
}

interface Kinds {
  readonly items: readonly {
    readonly key: string;
    readonly writableUnits: readonly { readonly id: string }[];
  }[];
}

/** What the assembly has authorized on `day` (YYYY-MM-DD), written by hand and waiting for 民政科; once, whenever that was. */
export async function proposeAuthorization(people: People, day: string): Promise<void> {
  const clerk = await people.signedIn(CLERK);
  const { items: edits } = await clerk.get<Edits>(`${LEDGER}/edits`);
  const { items: kinds } = await clerk.get<Kinds>('/api/ledgers');
  const unitId = kinds.find(({ key }) => LEDGER.endsWith(`/${key}`))?.writableUnits[0]?.id;
  if (edits.length > 0 || unitId === undefined) return;
  const data = {
    no: `${day.slice(0, 4)}-2`,
    matterTypes: ['A7'],
    grantedOn: day,
    validFrom: day,
    note: '村经济发展规划由村民代表会议讨论决定，每年向村民会议报告一次。',
  };
  await clerk.post(`${LEDGER}/edits`, {
    unitId,
    write: { act: 'enter', data, reason: '村民会议增加一项授权，会议记录已存档。' },
  });
}
