import { admitToBallot, freezeRoll, mayObserve, type PartyStanding, type Voter } from './ballot.js';

const voter = (personId: string, partyStanding: PartyStanding = '正式党员', kin: string[] = []): Voter => ({
  personId,
  partyStanding,
  kin,
});
const partyMeeting = { body: 'party-meeting', relatedParties: ['p9'] } as const;

describe('the ballot paper', () => {
  it.each(['预备党员', '留党察看', '非党员'] as const)('is kept from a %s at a party meeting', (standing) => {
    expect(admitToBallot(voter('p1', standing), partyMeeting)).toMatchObject({
      ok: false,
      error: { number: 9, sentence: '该党员没有表决权，不得计票。' },
    });
  });

  it('asks no party standing of a villager', () => {
    const matter = { body: 'representatives-meeting', relatedParties: [] } as const;
    expect(admitToBallot(voter('p1', '预备党员'), matter).ok).toBe(true);
  });

  it.each([
    ['the related party', voter('p9')],
    ['kin of one', voter('p1', '正式党员', ['p9'])],
  ])('is kept from %s', (_name, person) => {
    expect(admitToBallot(person, partyMeeting)).toMatchObject({ ok: false, error: { number: 17 } });
  });

  it('is given to everyone else', () => {
    expect(admitToBallot(voter('p1', '正式党员', ['p2']), partyMeeting).ok).toBe(true);
  });
});

describe('the frozen roll', () => {
  it('counts each person once, leaves out who has no vote, keeps the recused in N', () => {
    const roll = [
      voter('p1'),
      voter('p1'),
      voter('p2', '预备党员'),
      voter('p3', '正式党员', ['p9']),
      voter('p9'),
    ];
    expect(freezeRoll(roll, partyMeeting)).toEqual({
      shouldAttend: 3,
      voters: ['p1'],
      recused: ['p3', 'p9'],
    });
  });
});

describe('an observer', () => {
  const free = {
    isVillageCommitteeMember: false,
    isKinOfVillageCommitteeMember: false,
    isVillageAccountant: false,
  };
  it('is nobody of the committee, no kin, no accountant', () => {
    expect(mayObserve(free)).toBe(true);
    for (const key of Object.keys(free)) expect(mayObserve({ ...free, [key]: true })).toBe(false);
  });
});
