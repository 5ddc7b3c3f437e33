import { useState } from 'react';
import { noticeReviewsReview, type NoticeReviewView, type ReviewNoticeDto } from '../client/api.js';
import { useCommand } from '../client/use-command.js';
import { inspectionWords } from '../words/inspection.words.js';
import { failedIn, lacking, type Answers } from './review-answers.js';

export const REVIEW_RESULTS = ['pass', 'fail', 'not-applicable'] as const;
/** Longest note, in signs. */
export const NOTE_MAX = 500;

/** What the inspector decides, what is still missing of it, and how it is sent. */
export function useReview({ noticeId, look, lines }: NoticeReviewView) {
  const [answers, setAnswers] = useState<Answers>({});
  const [note, setNote] = useState('');
  const [isAsked, setAsked] = useState(false);
  const send = useCommand<ReviewNoticeDto, NoticeReviewView>(
    (body, headers) => noticeReviewsReview({ path: { id: noticeId }, body, headers }),
    () => setAnswers({}),
  );
  const open = lacking(lines, answers);
  const failed = failedIn(answers);
  const lacksNote = failed > 0 && note.trim() === '';
  const submit = () => {
    setAsked(true);
    if (open.length > 0 || lacksNote) return showFirst(open[0]?.key ?? 'note');
    const words = note.trim() === '' ? {} : { note: note.trim() };
    const decided = lines.map(({ key }) => ({ key, result: answers[key]! })) as ReviewNoticeDto['lines'];
    send.mutate({ look, lines: decided, ...words });
    setAsked(false);
  };
  const lack = lackWords(open.length, lacksNote);
  return { answers, setAnswers, note, setNote, isAsked, send, open, failed, lack, submit };
}

const lackWords = (open: number, lacksNote: boolean): string => {
  if (open > 0) return inspectionWords.missing(open);
  return lacksNote ? inspectionWords.noteMissing : inspectionWords.ready;
};

/** Pressed too early it goes to the first thing that is missing. */
function showFirst(key: string): void {
  const line = document.getElementById(`line-${key}`);
  line?.scrollIntoView({ block: 'center' });
  line?.querySelector<HTMLElement>('input, textarea')?.focus();
}
