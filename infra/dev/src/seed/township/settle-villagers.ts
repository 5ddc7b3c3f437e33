import { required } from '@wuqing/kernel';
import type { Person } from '@wuqing/organization';
import { allCadres, partyCadres, type VillageCadres, type VillageSite } from './seat-cadres.js';
import type { DraftPerson, PersonWish } from './township-draft.js';

/** Households of a village that are in the data by head; the others are only counted. */
const HOUSEHOLDS_IN_SAMPLE = 60;

const genders: readonly Person['gender'][] = ['female', 'male'];

function addVillagers(
  site: VillageSite,
  role: string,
  count: number,
  wish: Partial<PersonWish> = {},
): DraftPerson[] {
  const { draft, village, choice } = site;
  return Array.from({ length: count }, (_, at) =>
    draft.addPerson(
      village,
      { role: `${role}-${at + 1}`, gender: choice.of(genders), born: [1948, 2003], ...wish },
      choice,
    ),
  );
}

/** The party members of the village; cadres and some representatives are among them. All new members come back. */
function enrollParty(
  site: VillageSite,
  cadres: VillageCadres,
  elected: readonly DraftPerson[],
): DraftPerson[] {
  const { draft, village, plan } = site;
  const known = [...partyCadres(cadres), ...elected.slice(5, 12)];
  const voting = addVillagers(site, 'party-member', plan.figures.partyMembersVoting - known.length);
  const probationary = addVillagers(site, 'probationary', plan.probationaryPartyMembers, {
    born: [1985, 2003],
  });
  const underProbation = addVillagers(site, 'under-probation', plan.partyMembersUnderProbation);
  for (const person of [...known, ...voting]) draft.addPosition(person, 'party-member', village);
  for (const person of probationary) draft.addPosition(person, 'probationary-party-member', village);
  for (const person of underProbation) draft.addPosition(person, 'party-member-under-probation', village);
  return [...voting, ...probationary, ...underProbation];
}

/** Grown children of cadres who head a household of their own; nobody of them holds an office. */
function addChildren(site: VillageSite, parents: readonly DraftPerson[]): DraftPerson[] {
  const { draft, village, choice } = site;
  return parents.map((parent, at) => {
    const born = [parent.birthYear + 21, parent.birthYear + 29] as const;
    const wish = { role: `child-${at + 1}`, gender: choice.of(genders), born, surname: parent.surname };
    const child = draft.addPerson(village, wish, choice);
    draft.addKinship(parent, child, 'parent-and-child');
    return child;
  });
}

/** Adults only: a child heads a household where the parent is old enough for that. */
const isOldEnough = (person: DraftPerson): boolean => person.birthYear <= 1976;

/**
 * Party members, household heads and collective members. Everyone in the data is a member of the collective; every
 * head is a 户代表, and its household a row.
 */
export function settleVillagers(
  site: VillageSite,
  cadres: VillageCadres,
  elected: readonly DraftPerson[],
): void {
  const { draft, village, choice } = site;
  const members = enrollParty(site, cadres, elected);
  const offices = [
    cadres.accountant,
    cadres.supervisor,
    required(cadres.committeeMembers[0], 'a committee member'),
  ];
  const children = addChildren(site, offices.filter(isOldEnough));
  const settled = [
    ...allCadres(cadres),
    ...children,
    ...elected.filter((_, at) => at % 2 === 0),
    ...members.slice(0, 10),
  ].slice(0, HOUSEHOLDS_IN_SAMPLE);
  const others = addVillagers(site, 'villager', HOUSEHOLDS_IN_SAMPLE - settled.length);
  for (const head of [...settled, ...others]) {
    draft.addPosition(head, 'household-representative', village);
    draft.addHousehold(head, choice.between(1, 6));
  }
  const everyone = new Set([...allCadres(cadres), ...children, ...elected, ...members, ...others]);
  for (const person of everyone) draft.addPosition(person, 'collective-member', village);
}
