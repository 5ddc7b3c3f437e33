import { askBy, confirmed } from './confirmation.js';
import { ApiProblem } from './problem.js';

const asked = new ApiProblem({
  type: 'urn:wuqing:problem:confirmation-required',
  title: '请再确认一次身份',
  status: 403,
});
const denied = new ApiProblem({ type: 'urn:wuqing:problem:denied', title: '没有权限', status: 403 });

/** Refused with these, one after the other; then done. */
function sending(...refusals: readonly ApiProblem[]) {
  const left = [...refusals];
  const sent: number[] = [];
  const send = async (): Promise<string> => {
    sent.push(sent.length);
    const refusal = left.shift();
    if (refusal) throw refusal;
    return 'done';
  };
  return { send, sent };
}

it.each([
  ['goes once where nobody is asked', [], true, 'done', 1],
  ['goes again once it is said who is here', [asked], true, 'done', 2],
  ['is given up where nobody says it', [asked], false, asked, 1],
  ['asks for nothing else', [denied], true, denied, 1],
  ['is asked about once, and no second time', [asked, asked], true, asked, 2],
] as const)('what is sent %s', async (_, refusals, answer, outcome, times) => {
  const { send, sent } = sending(...refusals);
  const end = askBy(async () => answer);
  await expect(confirmed(send).catch((error: unknown) => error)).resolves.toBe(outcome);
  end();
  expect(sent).toHaveLength(times);
});

it('is refused where no page asks', async () => {
  const { send } = sending(asked);
  await expect(confirmed(send)).rejects.toBe(asked);
});
