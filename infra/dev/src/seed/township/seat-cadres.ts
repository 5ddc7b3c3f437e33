import { required } from '@wuqing/kernel';
import type { Person, PositionKey } from '@wuqing/organization';
import type { Choice } from './choice.js';
import type { RareCharacter } from './person-names.js';
import type { TownshipUnit } from './township-data.js';
import type { DraftPerson, TownshipDraft } from './township-draft.js';
import type { VillagePlan } from './village-plan.js';

/** The cadres of one village. 村监会委员 are chosen from the representatives and are not here. */
export interface VillageCadres {
  readonly secretary: DraftPerson;
  readonly director: DraftPerson;
  /** 村委会委员; the first is a woman, the second is 组织委员 of the party committee too. */
  readonly committeeMembers: readonly DraftPerson[];
  readonly publicityMember: DraftPerson;
  /** 纪检委员 and by that 村监会主任: the town's plan demands one person for both. */
  readonly supervisor: DraftPerson;
  readonly clerk: DraftPerson;
  readonly accountant: DraftPerson;
}

/** A place in a village, filled. */
export interface VillageSite {
  readonly draft: TownshipDraft;
  readonly village: TownshipUnit;
  readonly plan: VillagePlan;
  readonly choice: Choice;
}

const genders: readonly Person['gender'][] = ['male', 'female', 'male'];

interface Office {
  readonly role: string;
  readonly keys: readonly PositionKey[];
  readonly gender?: Person['gender'];
  readonly rareCharacter?: RareCharacter;
}

/** A new person in these positions, with the account `v01-<role>`. */
function seat(
  { draft, village, choice }: VillageSite,
  { role, keys, gender, rareCharacter }: Office,
): DraftPerson {
  const person = draft.addPerson(
    village,
    { role, gender: gender ?? choice.of(genders), born: [1962, 1996], rareCharacter },
    choice,
  );
  for (const key of keys) draft.addPosition(person, key, village);
  draft.addAccount(`${village.code}-${role}`, person);
  return person;
}

const committeeOffice = (number: number): Office => {
  const member: Office = { role: `committee-${number}`, keys: ['village-committee-member'] };
  if (number === 1) return { ...member, gender: 'female' };
  return number === 2 ? { ...member, keys: [...member.keys, 'village-party-committee-member'] } : member;
};

export function seatCadres(site: VillageSite): VillageCadres {
  const isFirst = site.village.code === 'v01';
  return {
    secretary: seat(site, {
      role: 'secretary',
      keys: ['village-party-secretary', 'collective-council-chair'],
    }),
    director: seat(site, {
      role: 'director',
      keys: ['village-director', 'village-party-committee-member', 'collective-council-member'],
    }),
    committeeMembers: Array.from({ length: site.plan.villageCommittee - 1 }, (_, at) =>
      seat(site, committeeOffice(at + 1)),
    ),
    publicityMember: seat(site, { role: 'party-committee', keys: ['village-party-committee-member'] }),
    supervisor: seat(site, {
      role: 'supervisor',
      keys: ['village-discipline-member', 'supervision-director'],
    }),
    clerk: seat(site, { role: 'clerk', keys: ['village-clerk'] }),
    accountant: seat(site, {
      role: 'accountant',
      keys: ['village-accountant'],
      ...(isFirst ? { gender: 'female', rareCharacter: '㛃' } : {}),
    }),
  };
}

/** 正式党员 among the cadres: both secretaries' committees and the clerk. */
export const partyCadres = (cadres: VillageCadres): readonly DraftPerson[] => [
  cadres.secretary,
  cadres.director,
  required(cadres.committeeMembers[1], 'a second committee member'),
  cadres.publicityMember,
  cadres.supervisor,
  cadres.clerk,
];

export const allCadres = (cadres: VillageCadres): readonly DraftPerson[] => [
  cadres.secretary,
  cadres.director,
  ...cadres.committeeMembers,
  cadres.publicityMember,
  cadres.supervisor,
  cadres.clerk,
  cadres.accountant,
];
