import type { Attendance, Votes } from '@wuqing/deliberation';
import { Labelled } from '../../kit/labelled.js';
import { withCount, type MeetingRoll, type RollDraft } from '../../forms/roll-state.js';
import { formWords } from '../../words/form.words.js';

interface HeadsProps {
  readonly draft: RollDraft;
  readonly roll: MeetingRoll;
  readonly onChange: (draft: RollDraft) => void;
}

const VOTES: readonly (readonly [keyof Votes, string])[] = [
  ['yes', formWords.yesVotes],
  ['no', formWords.noVotes],
  ['abstain', formWords.abstained],
];
const HEADS: readonly (readonly [Exclude<keyof Attendance, 'basis'>, string])[] = [
  ['shouldAttend', formWords.shouldAttend],
  ['present', formWords.presentCount],
  ['online', formWords.online],
  ['proxies', formWords.proxies],
];

interface CountProps {
  readonly title: string;
  readonly value: number | undefined;
  readonly onCount: (count: number | undefined) => void;
}

const Count = ({ title, value, onCount }: CountProps) => (
  <Labelled title={title}>
    <input
      className="inp"
      inputMode="numeric"
      value={value ?? ''}
      onChange={({ target }) => {
        const digits = target.value.replaceAll(/\D/g, '').slice(0, 6);
        onCount(digits === '' ? undefined : Number(digits));
      }}
    />
  </Labelled>
);

/** Counted by hand: the votes of a secret ballot, and the heads of a body that is not kept by name. */
export function RollHeads({ draft, roll, onChange }: HeadsProps) {
  if (draft.method !== '无记名' && roll.complete) return null;
  return (
    <div className="grid c2">
      {!roll.complete &&
        HEADS.map(([key, title]) => (
          <Count
            key={key}
            title={title}
            value={draft.attendance?.[key]}
            onCount={(count) => onChange(withCount(draft, 'attendance', key, count))}
          />
        ))}
      {roll.body === 'villagers-assembly' && (
        <Labelled title={formWords.basis}>
          <select
            className="inp"
            value={draft.attendance?.basis ?? ''}
            onChange={({ target }) =>
              onChange(withCount(draft, 'attendance', 'basis', target.value || undefined))
            }
          >
            <option value="">{formWords.choose}</option>
            {['18岁以上村民', '户代表'].map((basis) => (
              <option key={basis}>{basis}</option>
            ))}
          </select>
        </Labelled>
      )}
      {VOTES.map(([key, title]) => (
        <Count
          key={key}
          title={`${title}${formWords.votes}`}
          value={draft.votes?.[key]}
          onCount={(count) => onChange(withCount(draft, 'votes', key, count))}
        />
      ))}
    </div>
  );
}
