import { InputNumber, Select } from 'antd';
import type { Attendance, Votes } from '@wuqing/deliberation';
import { Labelled } from '../../kit/labelled.js';
import { withCount, type MeetingRoll, type RollDraft } from '../../forms/roll-state.js';
import { formWords } from '../../words/form.words.js';

interface CountsProps {
  readonly draft: RollDraft;
  readonly roll: MeetingRoll;
  readonly onChange: (draft: RollDraft) => void;
}

interface CountProps {
  readonly title: string;
  readonly value: number | undefined;
  readonly onCount: (count: number | undefined) => void;
}

const Count = ({ title, value, onCount }: CountProps) => (
  <Labelled title={title}>
    <InputNumber
      className="wide"
      controls={false}
      min={0}
      precision={0}
      value={value ?? null}
      onChange={(next) => onCount(next ?? undefined)}
    />
  </Labelled>
);

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

/** Counted by hand: the votes of a secret ballot, and the heads of a body that is not kept by name. */
export function RollCounts({ draft, roll, onChange }: CountsProps) {
  const isByHand = draft.method === '无记名' || !roll.complete;
  if (!isByHand) return null;
  return (
    <div className="bd grid roll-counts">
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
          <Select
            options={['18岁以上村民', '户代表'].map((value) => ({ value, label: value }))}
            value={draft.attendance?.basis ?? null}
            allowClear
            onChange={(basis: string | null) => onChange(withCount(draft, 'attendance', 'basis', basis))}
          />
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
