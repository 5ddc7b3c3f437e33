import { assert, required } from '@wuqing/kernel';
import {
  holdersOf,
  indexOrganization,
  parseCandidateReference,
  unitAt,
  type Day,
  type OrganizationIndex,
} from '@wuqing/organization';
import { generateTownship, type TownshipData } from '../seed/township/index.js';
import { Person } from './person.js';

/** The seed's people at their browsers: whoever holds a position signs in once and stays signed in. */
export class People {
  private readonly township: TownshipData = generateTownship();
  private readonly organization: OrganizationIndex = indexOrganization(this.township);
  private readonly sessions = new Map<string, Promise<Person>>();

  constructor(
    private readonly baseUrl: string,
    private readonly password: string,
  ) {}

  signedIn(login: string): Promise<Person> {
    const known = this.sessions.get(login);
    if (known) return known;
    const session = Person.signIn(this.baseUrl, login, this.password);
    this.sessions.set(login, session);
    return session;
  }

  /** Who holds the position `reference` (`village-clerk`, `office-clerk@office:jingguan`) for a case of this village on `day`. */
  holderOf(reference: string, village: string, day: Day): Promise<Person> {
    return this.signedIn(this.loginOf(reference, village, day));
  }

  villageId(code: string): string {
    const found = this.township.units.find((unit) => unit.kind === 'village' && unit.code === code);
    return required(found, `village ${code} in the seed`).id;
  }

  /** The account of whoever holds the position on `day`. */
  loginOf(text: string, village: string, day: Day): string {
    const reference = parseCandidateReference(text);
    assert(reference.ok, `Expected a position as in candidate groups, found ${text}`);
    const { position, place } = reference.value;
    const unit = required(unitAt(place, this.villageId(village), this.organization), `a unit for ${text}`);
    const [holder] = holdersOf(position, unit.id, this.organization, day);
    const { personId } = required(holder, `a holder of ${text} for ${village}`);
    return required(
      this.township.accounts.find((account) => account.personId === personId),
      `an account of ${text} for ${village}`,
    ).login;
  }
}
