import type { Person } from '@wuqing/organization';
import { rareCharacters } from './person-names.js';
import type { VillageCadres, VillageSite } from './seat-cadres.js';
import type { DraftPerson, PersonWish } from './township-draft.js';

/** From this representative on come the cadres' relatives; supervision and council are taken from those before. */
const RELATIVES_FROM = 14;

/** Spreads `women` evenly over `all` seats. */
const genderAt = (seat: number, women: number, all: number): Person['gender'] =>
  Math.floor(((seat + 1) * women) / all) > Math.floor((seat * women) / all) ? 'female' : 'male';

interface Relatives {
  /** Seat of the secretary's spouse. */
  readonly spouse: number;
  /** Seats of the director's sibling and of his relative by marriage. */
  readonly sibling: number;
  readonly affine: number;
}

function seatsOfRelatives(genders: readonly Person['gender'][], { secretary }: VillageCadres): Relatives {
  const spouse = genders.findIndex((gender, at) => at >= RELATIVES_FROM && gender !== secretary.gender);
  return { spouse, sibling: spouse + 1, affine: spouse + 2 };
}

function wishFor(
  at: number,
  gender: Person['gender'],
  relatives: Relatives,
  cadres: VillageCadres,
): PersonWish {
  const wish: PersonWish = { role: `representative-${at + 1}`, gender, born: [1955, 1999] };
  const near = (person: DraftPerson): [number, number] => [person.birthYear - 4, person.birthYear + 4];
  if (at === relatives.spouse) return { ...wish, born: near(cadres.secretary) };
  if (at === relatives.sibling)
    return { ...wish, born: near(cadres.director), surname: cadres.director.surname };
  return wish;
}

/** Every village has one name that a poor system would lose; the first village has all three characters. */
function rareCharacterAt(
  at: number,
  { village }: VillageSite,
  gender: Person['gender'],
): Partial<PersonWish> {
  const [forWomen, astral, plain] = rareCharacters;
  if (at === 4) return { rareCharacter: gender === 'male' || village.code === 'v01' ? plain : forWomen };
  return at === 0 && village.code === 'v01' ? { rareCharacter: astral } : {};
}

/** The elected representatives, the supervision committee from the first of them, and the kin they declared. */
export function electRepresentatives(site: VillageSite, cadres: VillageCadres): readonly DraftPerson[] {
  const { draft, village, plan, choice } = site;
  const { electedRepresentatives: all, womenRepresentatives: women } = plan.figures;
  const genders = Array.from({ length: all }, (_, at) => genderAt(at, women, all));
  const relatives = seatsOfRelatives(genders, cadres);
  const elected = genders.map((gender, at) => {
    const wish = { ...wishFor(at, gender, relatives, cadres), ...rareCharacterAt(at, site, gender) };
    const person = draft.addPerson(village, wish, choice);
    draft.addPosition(person, 'village-representative', village);
    if (at === relatives.spouse) draft.addKinship(cadres.secretary, person, 'spouse');
    if (at === relatives.sibling) draft.addKinship(cadres.director, person, 'siblings');
    if (at === relatives.affine) draft.addKinship(cadres.director, person, 'near-affinity');
    return person;
  });
  seatSupervision(site, elected);
  return elected;
}

function seatSupervision({ draft, village, plan }: VillageSite, elected: readonly DraftPerson[]): void {
  elected.slice(0, plan.supervision - 1).forEach((person, at) => {
    draft.addPosition(person, 'supervision-member', village);
    draft.addAccount(`${village.code}-supervisor-${at + 2}`, person);
  });
  for (const person of elected.slice(8, 11)) draft.addPosition(person, 'collective-council-member', village);
}
