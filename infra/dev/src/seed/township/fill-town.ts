import { officeNames, type OfficeCode, type Person, type PositionKey } from '@wuqing/organization';
import { choiceFor, type Choice } from './choice.js';
import type { TownshipDraft } from './township-draft.js';
import type { TownshipUnit } from './township-data.js';
import { generalBranches, TOWN_NAME } from './unit-names.js';

interface Seat {
  readonly login: string;
  readonly key: PositionKey;
  readonly gender: Person['gender'];
}

const townSeats: readonly Seat[] = [
  { login: 'town-party-secretary', key: 'town-party-secretary', gender: 'male' },
  { login: 'town-head', key: 'town-head', gender: 'female' },
  { login: 'town-discipline', key: 'town-discipline-secretary', gender: 'male' },
  { login: 'town-deputy-1', key: 'town-deputy', gender: 'male' },
  { login: 'town-deputy-2', key: 'town-deputy', gender: 'female' },
  { login: 'town-deputy-3', key: 'town-deputy', gender: 'male' },
  { login: 'admin', key: 'admin', gender: 'female' },
];

/** Clerks of an office; the others have two. 纪委办 needs two 承办人 and a third who reviews. */
const CLERKS: Partial<Record<OfficeCode, number>> = { jiwei: 3, jingguan: 4 };

const genders: readonly Person['gender'][] = ['female', 'male'];

/** One official with an account of the position's login. */
export function seatOfficial(draft: TownshipDraft, unit: TownshipUnit, seat: Seat, choice: Choice): void {
  const person = draft.addPerson(unit, { role: seat.login, gender: seat.gender, born: [1968, 1998] }, choice);
  draft.addPosition(person, seat.key, unit);
  draft.addAccount(seat.login, person);
}

function fillOffice(draft: TownshipDraft, town: TownshipUnit, code: OfficeCode): void {
  const office = draft.addUnit({ parentId: town.id, kind: 'office', code, name: officeNames[code] });
  const choice = choiceFor(`office ${code}`);
  seatOfficial(
    draft,
    office,
    { login: `${code}-head`, key: 'office-head', gender: choice.of(genders) },
    choice,
  );
  for (let number = 1; number <= (CLERKS[code] ?? 2); number += 1) {
    const login = number === 1 ? `${code}-clerk` : `${code}-clerk-${number}`;
    seatOfficial(draft, office, { login, key: 'office-clerk', gender: choice.of(genders) }, choice);
  }
}

/** The town, its leaders, its offices and its general branches; the branches come back, villages go under them. */
export function fillTown(draft: TownshipDraft): readonly TownshipUnit[] {
  const town = draft.addUnit({ parentId: null, kind: 'town', code: 'qinghe', name: TOWN_NAME });
  const choice = choiceFor('town');
  for (const seat of townSeats) seatOfficial(draft, town, seat, choice);
  for (const code of Object.keys(officeNames) as OfficeCode[]) fillOffice(draft, town, code);
  return generalBranches.map(({ name }, at) => {
    const code = `b${at + 1}`;
    const branch = draft.addUnit({ parentId: town.id, kind: 'general-branch', code, name });
    const branchChoice = choiceFor(`branch ${code}`);
    const seat: Seat = {
      login: `${code}-secretary`,
      key: 'branch-secretary',
      gender: branchChoice.of(genders),
    };
    seatOfficial(draft, branch, seat, branchChoice);
    return branch;
  });
}
