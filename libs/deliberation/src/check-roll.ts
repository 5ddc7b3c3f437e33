import { isChoice, type MarkedPerson, type RollRecord, type RollSheet } from './meeting-roll.js';

/** What to correct in a roll; `path`: JSON Pointer below the roll. */
export interface RollProblem {
  readonly path: string;
  readonly message: string;
}

type Check = (record: RollRecord, sheet: RollSheet) => RollProblem[];

const NAMES_SHOWN = 5;

const unless = (holds: boolean, path: string, message: string): RollProblem[] =>
  holds ? [] : [{ path, message }];

function namesOf(people: readonly { readonly name: string }[]): string {
  const shown = people.slice(0, NAMES_SHOWN).map(({ name }) => name);
  return `${shown.join('、')}${people.length > NAMES_SHOWN ? ` 等 ${people.length} 人` : ''}`;
}

const nameIn =
  ({ members }: RollSheet) =>
  ({ id }: MarkedPerson) => ({ name: members.find((member) => member.id === id)?.name ?? id });

const eachOnce: Check = ({ persons }, sheet) => {
  const twice = persons.filter((one, at) => persons.findIndex(({ id }) => id === one.id) !== at);
  return unless(
    twice.length === 0,
    '/persons',
    `同一人只登记一次，请删去重复的：${namesOf(twice.map(nameIn(sheet)))}。`,
  );
};

const everyoneMarked: Check = ({ persons }, { complete, members }) => {
  const marked = new Set(persons.map(({ id }) => id));
  const left = members.filter(({ id, mayVote }) => mayVote && !marked.has(id));
  return unless(
    !complete || left.length === 0,
    '/persons',
    `名册中还有 ${left.length} 人没有登记到会情况：${namesOf(left)}。`,
  );
};

/** Either a vote was held and everybody who was there has a choice, or none was and nobody has. */
const wholeVote: Check = ({ method, persons }, sheet) => {
  if (method === '无记名' || !sheet.complete) return [];
  const open = persons.filter(({ mark }) => mark === '到会');
  const isHeld = persons.some(({ mark }) => isChoice(mark));
  return unless(
    !isHeld || open.length === 0,
    '/persons',
    `还有 ${open.length} 人到会而没有登记表决：${namesOf(open.map(nameIn(sheet)))}。`,
  );
};

const secretKept: Check = ({ method, persons }, { secret, complete }) => [
  ...unless(!secret || method === '无记名', '/method', '本次会议应当无记名投票，请选择无记名。'),
  ...unless(
    (method !== '无记名' && complete) || !persons.some(({ mark }) => isChoice(mark)),
    '/persons',
    complete
      ? '无记名投票不得登记个人的表决，请只登记到会、回避和未到。'
      : '本次会议不按姓名登记表决，请只登记应当回避的人员。',
  ),
];

const votesApart: Check = ({ method, votes }, { complete }) => {
  const byHand = method === '无记名' || !complete;
  return unless(
    byHand === (votes !== undefined),
    '/votes',
    byHand ? '请填写同意、反对、弃权的票数。' : '口头和举手表决的票数由名册算出，请勿另填。',
  );
};

const headsApart: Check = ({ attendance }, { complete }) =>
  unless(
    complete === (attendance === undefined),
    '/attendance',
    complete ? '应到和实到人数由名册算出，请勿另填。' : '请填写应到和实到人数。',
  );

const reasonsOfAbsence: Check = ({ persons }) =>
  persons.flatMap(({ mark, reason }, at) =>
    unless(
      reason === undefined || mark === '未到',
      `/persons/${at}/reason`,
      '只有未到的人填写原因，请删去。',
    ),
  );

const CHECKS: readonly Check[] = [
  secretKept,
  eachOnce,
  everyoneMarked,
  wholeVote,
  votesApart,
  headsApart,
  reasonsOfAbsence,
];

/**
 * What keeps a roll from being a whole record of its meeting. Who may not vote, must recuse himself or is of another body is
 * left to the bars of the process, which read it from the organization (bars 9 and 17).
 */
export const checkRoll = (record: RollRecord, sheet: RollSheet): RollProblem[] =>
  CHECKS.flatMap((check) => check(record, sheet));
