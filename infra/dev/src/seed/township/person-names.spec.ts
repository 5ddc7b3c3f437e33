import { createHash } from 'node:crypto';
import { required } from '@wuqing/kernel';
import { generateTownship } from './generate-township.js';
import { rareCharacters, surnames } from './person-names.js';

const township = generateTownship();
const nameOf = new Map(township.persons.map(({ id, name }) => [id, name]));
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const firstVillage = township.units.find(({ code }) => code === 'v01')?.id;

describe('the names', () => {
  const names = township.persons.map(({ name }) => name);
  const inFirstVillage = township.persons
    .filter(({ unitId }) => unitId === firstVillage)
    .map(({ name }) => name);

  it('are unique in a unit, and made of three or four characters', () => {
    const named = township.persons.map(({ unitId, name }) => `${unitId} ${name}`);
    expect(new Set(named).size).toBe(named.length);
    expect(names.filter((name) => !/^\p{Script=Han}{3,4}$/u.test(name))).toEqual([]);
  });

  it('keep rare characters, in the first village all three, and one in every village', () => {
    const isRare = (name: string): boolean => rareCharacters.some((character) => name.includes(character));
    expect(rareCharacters.filter((character) => !inFirstVillage.join('').includes(character))).toEqual([]);
    expect(
      new Set(township.persons.filter(({ name }) => isRare(name)).map(({ unitId }) => unitId)).size,
    ).toBe(50);
  });

  /** Hashed, so that no real person is named here: the persons responsible in the plan that the township is drawn after. */
  it('are nobody’s of the plan', () => {
    const ofThePlan = new Set([
      '9223d5fc358c6e47565b4506c37147fbcd132aa4d051f5d48360873eefc2d28e',
      'a778aabfd4285ef14b0b21dfc0c99e2b61a5197365de5a28d6ae58d7e85a689f',
      'b70a13b320e573bb780ba7f929eb1a554eae7c04b41eb2bbbb4ede82d04e889a',
      'ab77020a0ab28726a41bc35cb8f0ab23056704c8f08dc8c61a0b0d7b711655ef',
      'fea281195fb46555ba8e5328959319dd9edff961cda887fa8163a6fda23252a3',
      'aa1eeec05945a4da1a442058f0bc5af4f7d960bd287b30b75da9ac602b57f4ab',
      '78b1642fa5125c8c2a3df9d3c1779d65244952870bf439324cd0affb01d1f95b',
    ]);
    expect(names.filter((name) => ofThePlan.has(sha256(name)))).toEqual([]);
  });

  it('give siblings and children the surname of their family', () => {
    const surnameOf = (id: string): string | undefined => {
      const name = required(nameOf.get(id), `person ${id}`);
      return surnames.find((surname) => name.startsWith(surname));
    };
    const blood = township.kinship.filter(
      ({ relation }) => relation === 'siblings' || relation === 'parent-and-child',
    );
    expect(blood.length).toBeGreaterThan(50);
    expect(blood.filter(({ personA, personB }) => surnameOf(personA) !== surnameOf(personB))).toEqual([]);
  });
});
