import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import {
  caseHistoryTimelineOptions,
  type CaseOverviewView,
  type TimelineItemView,
} from '../../client/api.js';
import { Empty } from '../../kit/empty.js';
import { Icon } from '../../kit/icon.js';
import { Chip } from '../../kit/marks.js';
import { caseWords } from '../../words/case.words.js';
import { words } from '../../words/words.js';
import { Answer } from '../states/page-states.js';
import { CaseTimeline } from './case-timeline.js';
import { isSetback, timelineGroups, type TimelineGroup } from './timeline-groups.js';

/** How many steps are open at first. */
const OPEN_AT_FIRST = 4;

interface CardProps {
  readonly caseId: string;
  readonly overview: CaseOverviewView;
}

/** 办理过程: by step, the nearest first. */
export function TimelineCard({ caseId, overview }: CardProps) {
  const timeline = useQuery(caseHistoryTimelineOptions({ path: { id: caseId } }));
  const [isFarFirst, turn] = useState(false);
  const [isOnlyLate, narrow] = useState(false);
  const count = timeline.data?.items.length;
  return (
    <section className="card">
      <div className="hd">
        <h2>{words.timeline}</h2>
        {count !== undefined && <span className="t3">{caseWords.count(count)}</span>}
        <span className="sp" />
        <button type="button" className="fchip" onClick={() => turn(!isFarFirst)}>
          {isFarFirst ? caseWords.farFirst : caseWords.nearFirst}
        </button>
        <button
          type="button"
          className={isOnlyLate ? 'fchip on' : 'fchip'}
          aria-pressed={isOnlyLate}
          onClick={() => narrow(!isOnlyLate)}
        >
          {caseWords.onlyLate}
        </button>
      </div>
      <Answer query={timeline}>
        {({ items }) => (
          <Groups
            groups={groupsShown(items, overview, { isOnlyLate, isFarFirst })}
            isFarFirst={isFarFirst}
            onAll={() => narrow(false)}
          />
        )}
      </Answer>
    </section>
  );
}

interface Shown {
  readonly isOnlyLate: boolean;
  readonly isFarFirst: boolean;
}

function groupsShown(
  items: readonly TimelineItemView[],
  { stages }: CaseOverviewView,
  { isOnlyLate, isFarFirst }: Shown,
): TimelineGroup[] {
  const groups = timelineGroups(items, stages)
    .map((group) => ({ ...group, items: isOnlyLate ? group.items.filter(isSetback) : group.items }))
    .filter((group) => group.items.length > 0);
  return isFarFirst
    ? groups
    : groups.reverse().map((group) => ({ ...group, items: [...group.items].reverse() }));
}

interface GroupsProps {
  readonly groups: readonly TimelineGroup[];
  readonly isFarFirst: boolean;
  readonly onAll: () => void;
}

function Groups({ groups, isFarFirst, onAll }: GroupsProps) {
  if (groups.length === 0)
    return (
      <Empty
        text={caseWords.noneLate}
        action={
          <button type="button" className="btn" onClick={onAll}>
            {caseWords.seeAll}
          </button>
        }
      />
    );
  return groups.map((group, at) => (
    <details key={`${group.key}${isFarFirst}`} className="stp" open={at < OPEN_AT_FIRST}>
      <summary>
        <Icon name="right" />
        <b>{group.stage?.name ?? caseWords.otherSteps}</b>
        <Standing group={group} />
        <span className="sp" />
        <span className="s t3">{spanOf(group)}</span>
      </summary>
      <div>
        <CaseTimeline items={group.items} />
      </div>
    </details>
  ));
}

function Standing({ group: { stage } }: { readonly group: TimelineGroup }) {
  if (!stage) return null;
  return (
    <>
      {stage.state === 'now' && <span className="clk wait bare">{caseWords.atWork}</span>}
      {stage.state === 'done' && <span className="clk done bare">{caseWords.onTime}</span>}
      {stage.state === 'done-late' && (
        <span className="clk done-late bare">
          <span className="bang">!</span>
          {caseWords.doneLate}
        </span>
      )}
      {stage.visits > 1 && <Chip>{caseWords.times(stage.visits)}</Chip>}
    </>
  );
}

/** 「10-16 至 11-06」, or since when where it still goes on. */
function spanOf({ items, stage }: TimelineGroup): string {
  const days = items.map(({ on }) => on.slice('2026-'.length));
  const [from, to] = [days[0]!, days.at(-1)!].sort() as [string, string];
  return stage?.state === 'now' ? caseWords.since(from) : caseWords.between(from, to);
}
