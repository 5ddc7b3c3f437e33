import { partWords } from '../words/part.words.js';

export interface ShownStep {
  readonly key: string;
  readonly name: string;
  /** Day it was done, 「第 2 次送审」, or nothing yet. */
  readonly note?: string;
  readonly state: 'done' | 'done-late' | 'now' | 'to-come';
}

const looks = { done: 'ok', 'done-late': 'ld', now: 'now', 'to-come': '' } as const;
const marks = { done: '✓ ', 'done-late': '✓! ', now: '', 'to-come': '' } as const;

interface StepBarProps {
  readonly steps: readonly ShownStep[];
  readonly mini?: boolean;
  /** Under a mini bar, in the place of the current step's name. */
  readonly said?: React.ReactNode;
}

/** The steps of a procedure in one line; `mini` shows lines alone, the current step in words below. */
export function StepBar({ steps, mini = false, said }: StepBarProps) {
  const current = steps.find(({ state }) => state === 'now');
  return (
    <>
      <ol className={mini ? 'steps mini' : 'steps'} aria-label={partWords.steps}>
        {steps.map(({ key, name, note, state }) => (
          <li key={key} className={looks[state]} aria-current={state === 'now' ? 'step' : undefined}>
            <b className={mini ? 'vh' : undefined}>{name}</b>
            {!mini && <span>{note && `${marks[state]}${note}`}</span>}
          </li>
        ))}
      </ol>
      {mini &&
        (said ??
          (current && <p className="t2">{[current.name, current.note].filter(Boolean).join('，')}</p>))}
    </>
  );
}
