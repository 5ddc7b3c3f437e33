import type { NoticeReviewView } from '../client/api.js';
import { adoptable, adopted, failedIn, lacking } from './review-answers.js';

const line = (key: string, systemVerdict: string) =>
  ({ key, systemVerdict, title: key, systemFinding: '', result: null }) as NoticeReviewView['lines'][number];
const lines = [line('on-time', 'fail'), line('complete', 'pass'), line('signed', 'look')];

it('marks only what the inspector has not, and never what a person must see', () => {
  const answers = { 'on-time': 'pass' } as const;
  expect(adoptable(lines, answers)).toBe(1);
  expect(adopted(lines, answers)).toEqual({ 'on-time': 'pass', complete: 'pass' });
  expect(lacking(lines, adopted(lines, answers)).map(({ key }) => key)).toEqual(['signed']);
});

it('counts what fails', () => expect(failedIn(adopted(lines, {}))).toBe(1));
