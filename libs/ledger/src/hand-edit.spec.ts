import fc from 'fast-check';
import { editOutcomes, lacksSentence, needsSecondPerson, objectionToDecision } from './hand-edit.js';
import { sampleFile, kindFrom, sampleKind } from './sample-kind.fixture.js';

describe('a second person', () => {
  it.each([
    ['the kind names who confirms', { ...sampleKind, unconfirmed: false }, true],
    ['the town has yet to confirm the kind', { unconfirmed: true }, true],
    ['neither', { unconfirmed: false, handEdit: { by: [] } }, false],
  ])('is needed where %s: %#', (_, kind, expected) => expect(needsSecondPerson(kind)).toBe(expected));

  it('is named by every kind that the town has yet to confirm and that hands may write', () => {
    const kind = kindFrom(sampleFile);
    expect(kind.handEdit?.confirm).toBeDefined();
  });
});

describe('a decision', () => {
  const edit = { proposedBy: 'a', onBehalfOf: ['b'] };
  it.each([
    ['another person', 'c', [], 'confirmed', true],
    ['another person', 'c', [], 'refused', true],
    ['another person', 'c', [], 'withdrawn', false],
    ['who proposed', 'a', [], 'confirmed', false],
    ['who proposed', 'a', [], 'refused', false],
    ['who proposed', 'a', [], 'withdrawn', true],
    ['in whose name it was proposed', 'b', [], 'confirmed', false],
    ['who stands in for the proposer', 'c', ['a'], 'confirmed', false],
    ['who stands in for the same', 'c', ['b'], 'refused', false],
    ['who stands in for a third', 'c', ['d'], 'confirmed', true],
  ] as const)('of %s (%s for %j): %s', (_, personId, standsInFor, outcome, may) => {
    const objection = objectionToDecision(edit, { personId, standsInFor }, outcome);
    expect(objection === undefined).toBe(may);
    if (!may) expect(objection).toMatch(/^\p{Script=Han}[\p{Script=Han}，；]+。$/u);
  });

  it('that lets a write stand is never of one who had a part in proposing it', () => {
    const person = fc.constantFrom('a', 'b', 'c', 'd');
    const people = fc.uniqueArray(person, { maxLength: 3 });
    fc.assert(
      fc.property(person, people, person, people, (proposedBy, onBehalfOf, personId, standsInFor) => {
        const objection = objectionToDecision(
          { proposedBy, onBehalfOf },
          { personId, standsInFor },
          'confirmed',
        );
        const proposers = new Set([proposedBy, ...onBehalfOf]);
        const shared = [personId, ...standsInFor].filter((one) => proposers.has(one));
        expect(objection === undefined).toBe(shared.length === 0);
      }),
    );
  });

  it('says why only where it refuses', () => {
    expect(editOutcomes.map((outcome) => lacksSentence(outcome, undefined))).toEqual([false, true, false]);
    expect(lacksSentence('refused', '　')).toBe(true);
    expect(lacksSentence('refused', '编号重复')).toBe(false);
  });
});
