import { useEffect, useRef, useState } from 'react';
import { useOutcome, type CommandReply, type Outcome } from '../../client/use-command.js';
import { Note } from '../../kit/note.js';
import { stateWords } from '../../words/state.words.js';
import { taskWords } from '../../words/task.words.js';

const LONG_MS = 120_000;

interface QueuedProps {
  readonly reply: CommandReply;
  readonly onSettled: (outcome: Outcome) => void;
}

/** In the place of a form that the server has in line: asks until it is settled, and says so where that takes long. */
export function QueuedNote({ reply, onSettled }: QueuedProps) {
  const outcome = useOutcome(reply);
  const isLong = useIsLong();
  const told = useRef(onSettled);
  told.current = onSettled;
  useEffect(() => {
    if (outcome && outcome.status !== 'pending') told.current(outcome);
  }, [outcome]);
  return (
    <Note icon="clock" role="status">
      <b>{stateWords.received}</b>
      {isLong && <div>{taskWords.queuedLong}</div>}
    </Note>
  );
}

function useIsLong(): boolean {
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), LONG_MS);
    return () => clearTimeout(timer);
  }, []);
  return isLong;
}
