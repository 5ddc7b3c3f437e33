import { draftWords } from '../words/draft.words.js';
import { placeOfDraft, startElsewhereOf } from './draft-place.js';

const AT = '2026-11-29T02:00:00.000Z';
const device = { whole: draftWords.device, short: draftWords.shortDevice };

it.each([
  [undefined, undefined],
  [{ where: 'nowhere' as const }, undefined],
  [{ where: 'device' as const }, device],
  [{ where: 'server' as const }, device],
  [
    { where: 'server' as const, at: AT },
    { whole: draftWords.both('10:00'), short: draftWords.short },
  ],
])('says of %j where it lies', (state, said) => expect(placeOfDraft(state)).toEqual(said));

describe('a start that was written elsewhere too', () => {
  const theirs = { title: '另一台', unitId: 'u' };
  const draft = (elsewhere: boolean) => {
    const asked: string[] = [];
    const server = {
      version: 1,
      savedAt: AT,
      leftByName: null,
      content: { data: {}, pastEntryReason: '', names: {} },
    };
    const state = { where: 'device' as const, ...(elsewhere && { elsewhere: server }) };
    const takeTheirs = () => Promise.resolve(theirs);
    return {
      asked,
      kept: { state, keepMine: () => void asked.push('mine'), takeTheirs, forget: () => Promise.resolve() },
    };
  };

  it('asks nothing where it was not', () =>
    expect(startElsewhereOf(draft(false).kept, () => undefined)).toBeUndefined());

  it('keeps what is here, or hands on what is there', async () => {
    const { kept, asked } = draft(true);
    const taken = await new Promise((heard) => {
      const question = startElsewhereOf(kept, heard);
      expect(question?.at).toBe(AT);
      question?.onMine();
      expect(asked).toEqual(['mine']);
      question?.onTheirs();
    });
    expect(taken).toEqual(theirs);
  });
});
