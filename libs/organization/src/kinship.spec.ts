import { closeRelativesOf, relativesOf, type Kinship } from './kinship.js';

const kinship: Kinship[] = [
  { personA: 'father', personB: 'son', relation: 'parent-and-child' },
  { personA: 'son', personB: 'wife', relation: 'spouse' },
  { personA: 'wife', personB: 'father', relation: 'near-affinity' },
  { personA: 'aunt', personB: 'father', relation: 'siblings' },
  { personA: 'father', personB: 'son', relation: 'near-affinity' },
];

describe('declared kin', () => {
  it.each([
    ['father', ['son', 'wife', 'aunt'], ['son', 'aunt']],
    ['son', ['father', 'wife'], ['father', 'wife']],
    ['wife', ['son', 'father'], ['son']],
    ['aunt', ['father'], ['father']],
    ['stranger', [], []],
  ])('of %s are %j, close ones %j', (person, all, close) => {
    expect(relativesOf(person, kinship)).toEqual(all);
    expect(closeRelativesOf(person, kinship)).toEqual(close);
  });
});
