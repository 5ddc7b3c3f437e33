import type { Voter } from './ballot.js';
import { electorateOf, type MeetingPeople } from './electorate.js';

const voter = (
  personId: string,
  partyStanding: Voter['partyStanding'] = '正式党员',
  kin: string[] = [],
): Voter => ({
  personId,
  partyStanding,
  kin,
});
const roll = [
  voter('full'),
  voter('probationary', '预备党员'),
  voter('under-probation', '留党察看'),
  voter('wife', '正式党员', ['owner']),
  voter('owner'),
];
const meeting: MeetingPeople = {
  body: 'party-meeting',
  roll,
  relatedPeople: [],
  relatedParties: ['owner'],
  voters: [],
};

describe('the electorate of a meeting', () => {
  it('bars 9: a listed voter whose party standing has no vote', () => {
    const voters = ['full', 'probationary', 'under-probation'];
    expect(electorateOf({ ...meeting, voters }).withoutVote).toEqual(['probationary', 'under-probation']);
  });

  it('names listed voters who are not of this body', () => {
    expect(electorateOf({ ...meeting, voters: ['full', 'stranger'] }).notOnRoll).toEqual(['stranger']);
  });

  it('bar 17: the related party and the kin on the roll, listed or not', () => {
    expect(electorateOf(meeting).mustRecuse).toEqual(['wife', 'owner']);
  });

  it('does not ask those without a vote to recuse themselves', () => {
    expect(electorateOf({ ...meeting, relatedParties: ['probationary'] }).mustRecuse).toEqual([]);
  });

  it('asks party standing of party bodies only', () => {
    const body = 'representatives-meeting';
    expect(electorateOf({ ...meeting, body, voters: ['probationary'] }).withoutVote).toEqual([]);
  });

  it('of a body that is not kept by name knows the related people alone', () => {
    const relatedPeople = [voter('owner', '非党员'), voter('son', '非党员', ['owner'])];
    const body = 'villagers-assembly';
    expect(electorateOf({ ...meeting, body, roll: null, relatedPeople, voters: ['anyone'] })).toEqual({
      withoutVote: [],
      notOnRoll: [],
      mustRecuse: ['owner', 'son'],
      named: false,
    });
  });
});
