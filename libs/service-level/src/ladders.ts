import type { EscalationRung } from './policy.js';
import { HANDLER, HANDLER_OFFICE_HEAD } from './recipient.js';

export type LadderName = 'LV' | 'LT' | 'LP' | 'LN';

export interface Ladder {
  /** For people: whose ladder it is. */
  readonly title: string;
  /** People and offsets are ours until the town confirms them (「待镇确认」). */
  readonly unconfirmed: true;
  readonly rungs: readonly EscalationRung[];
}

const DISCIPLINE_OFFICE = 'office-head@office:jiwei';
const PETITION_OFFICE = 'office-head@office:xinfang';
const DISCIPLINE_SECRETARY = 'town-discipline-secretary@town';

/** Breach, then one and three working days after it. */
const ladder = (title: string, breach: string[], first: string[], second: string[]): Ladder => ({
  title,
  unconfirmed: true,
  rungs: [
    { after: null, to: breach, disclosure: 'case' },
    { after: '1W', to: first, disclosure: 'case' },
    { after: '3W', to: second, disclosure: second.every(isCityBody) ? 'number-and-term' : 'case' },
  ],
});

const CITY_DISCIPLINE = 'outside:滕州市纪委监委';
const isCityBody = (reference: string): boolean => reference === CITY_DISCIPLINE;

/** The four ladders of the procedure sheets: village, town office, petition, need-to-know. No rung ever decides a case. */
export const ladders: Readonly<Record<LadderName, Ladder>> = {
  LV: ladder(
    '村级事项',
    [HANDLER, 'village-party-secretary'],
    ['branch-secretary@branch', 'supervision-director'],
    [DISCIPLINE_OFFICE],
  ),
  LT: ladder('镇科室事项', [HANDLER_OFFICE_HEAD], ['town-deputy@town'], [DISCIPLINE_OFFICE]),
  LP: ladder(
    '信访事项',
    [HANDLER_OFFICE_HEAD, PETITION_OFFICE],
    ['town-deputy@town'],
    [DISCIPLINE_OFFICE, PETITION_OFFICE],
  ),
  LN: ladder('检举控告', [DISCIPLINE_SECRETARY], [DISCIPLINE_SECRETARY], [CITY_DISCIPLINE]),
};

export const isLadderName = (name: string): name is LadderName => Object.hasOwn(ladders, name);
