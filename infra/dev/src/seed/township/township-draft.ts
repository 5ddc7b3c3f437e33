import type { Kinship, Person, Position, PositionKey, Relation } from '@wuqing/organization';
import type { Choice } from './choice.js';
import { idOf } from './id-of.js';
import { chooseName, type RareCharacter } from './person-names.js';
import type {
  AssemblyAuthorization,
  Household,
  TownshipAccount,
  TownshipData,
  TownshipUnit,
} from './township-data.js';

/** The day every position of the first seed began. */
const IN_OFFICE_FROM = '2021-03-01';

export interface PersonWish {
  /** Names the person within the unit: `secretary`, `representative-3`. */
  readonly role: string;
  readonly gender: Person['gender'];
  /** Years of birth, both ends included. */
  readonly born: readonly [number, number];
  readonly surname?: string;
  readonly rareCharacter?: RareCharacter;
}

/** Someone just added; the surname stands apart, for relatives who share it. */
export interface DraftPerson extends Person {
  readonly surname: string;
  readonly birthYear: number;
}

const twoDigits = (number: number): string => String(number).padStart(2, '0');

/** The township while it is being filled: nothing that was added is ever changed. */
export class TownshipDraft {
  private readonly units: TownshipUnit[] = [];
  private readonly persons: Person[] = [];
  private readonly positions: Position[] = [];
  private readonly kinship: Kinship[] = [];
  private readonly households: Household[] = [];
  private readonly authorizations: AssemblyAuthorization[] = [];
  private readonly accounts: TownshipAccount[] = [];
  private readonly namesByUnit = new Map<string, Set<string>>();

  addUnit(unit: Omit<TownshipUnit, 'id' | 'figures'> & Partial<Pick<TownshipUnit, 'figures'>>): TownshipUnit {
    const added = { id: idOf('unit', unit.kind, unit.code), figures: null, ...unit };
    this.units.push(added);
    return added;
  }

  /** A person with a name that nobody else of the unit has. */
  addPerson(unit: TownshipUnit, wish: PersonWish, choice: Choice): DraftPerson {
    const birthYear = choice.between(...wish.born);
    const taken = this.namesByUnit.get(unit.id) ?? new Set();
    const { surname, name } = chooseName({ ...wish, birthYear }, taken, choice);
    this.namesByUnit.set(unit.id, taken.add(name));
    const birthDate = `${birthYear}-${twoDigits(choice.between(1, 12))}-${twoDigits(choice.between(1, 28))}`;
    const id = idOf('person', unit.code, wish.role);
    const person: Person = { id, name, unitId: unit.id, gender: wish.gender, birthDate };
    this.persons.push(person);
    return { ...person, surname, birthYear };
  }

  addPosition(person: Person, key: PositionKey, unit: TownshipUnit): void {
    const id = idOf('position', unit.id, key, person.id);
    this.positions.push({ id, personId: person.id, unitId: unit.id, key, from: IN_OFFICE_FROM, to: null });
  }

  addAccount(login: string, person: Person): void {
    this.accounts.push({ id: idOf('account', login), login, personId: person.id });
  }

  addKinship(personA: Person, personB: Person, relation: Relation): void {
    this.kinship.push({ personA: personA.id, personB: personB.id, relation });
  }

  addHousehold(head: Person, members: number): void {
    this.households.push({
      id: idOf('household', head.id),
      unitId: head.unitId,
      headPersonId: head.id,
      members,
    });
  }

  addAuthorization(authorization: Omit<AssemblyAuthorization, 'id'>): void {
    const { unitId, decidedOn } = authorization;
    this.authorizations.push({ id: idOf('authorization', unitId, decidedOn), ...authorization });
  }

  finished(): TownshipData {
    const { units, persons, positions, kinship, households, authorizations, accounts } = this;
    return { units, persons, positions, delegations: [], kinship, households, authorizations, accounts };
  }
}
