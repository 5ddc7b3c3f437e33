import { Button, Table, Tabs } from 'antd';
import { useState } from 'react';
import type { SeatView, SubstituteView, UnitPeopleView } from '../../client/api.js';
import { Empty } from '../../kit/empty.js';
import { organizationWords } from '../../words/organization.words.js';
import { SeatDialog, type Doing } from './seat-dialogs.js';
import { UnitChanges } from './unit-changes.js';

const PAGE = 20;

/** Rolls that a meeting is made of stand apart from the posts that work is given to. */
const rolls: Readonly<Record<'representatives' | 'partyMembers' | 'collectiveMembers', readonly string[]>> = {
  representatives: ['village-representative', 'household-representative'],
  partyMembers: ['party-member', 'probationary-party-member', 'party-member-under-probation'],
  collectiveMembers: ['collective-member'],
};
const onRolls = new Set(Object.values(rolls).flat());

/** Who holds what in the unit, who stands in, who is kin; each can be changed from here. */
export function UnitPeople({ unit }: { readonly unit: UnitPeopleView }) {
  const [doing, act] = useState<Doing>();
  const posts = unit.seats.filter(({ key }) => !onRolls.has(key));
  return (
    <section className="card">
      <div className="hd">
        <h2>{unit.name}</h2>
        <span className="sp" />
        <Button onClick={() => act({ what: 'appoint' })}>{organizationWords.appoint}</Button>
        <Button onClick={() => act({ what: 'substitute' })}>{organizationWords.substitute}</Button>
        <Button onClick={() => act({ what: 'kin' })}>{organizationWords.declareKin}</Button>
      </div>
      <Tabs
        className="bd"
        items={[
          tab('seats', posts.length, <Seats seats={posts} onAct={act} />),
          ...(unit.kind === 'village' ? rollTabs(unit, act) : []),
          tab('substitutes', unit.substitutes.length, <Substitutes unit={unit} onAct={act} />),
          tab('kinship', unit.kinship.length, <Kinship unit={unit} />),
          { key: 'changes', label: organizationWords.changes, children: <UnitChanges unitId={unit.id} /> },
        ]}
      />
      {doing && <SeatDialog unit={unit} doing={doing} onClose={() => act(undefined)} />}
    </section>
  );
}

const rollTabs = ({ seats }: UnitPeopleView, onAct: (doing: Doing) => void) =>
  (Object.keys(rolls) as (keyof typeof rolls)[]).map((name) => {
    const members = seats.filter(({ key }) => rolls[name].includes(key));
    return tab(name, members.length, <Seats seats={members} onAct={onAct} />);
  });

const tab = (
  key: 'seats' | 'substitutes' | 'kinship' | keyof typeof rolls,
  n: number,
  children: React.ReactNode,
) => ({
  key,
  label: `${organizationWords[key]} ${n}`,
  children,
});

interface ListProps {
  readonly unit: UnitPeopleView;
  readonly onAct: (doing: Doing) => void;
}

interface SeatsProps extends Pick<ListProps, 'onAct'> {
  readonly seats: readonly SeatView[];
}

function Seats({ seats, onAct }: SeatsProps) {
  if (seats.length === 0) return <Empty text={organizationWords.noSeats} />;
  return (
    <Table<SeatView>
      rowKey="id"
      size="middle"
      dataSource={[...seats]}
      pagination={{ pageSize: PAGE, hideOnSinglePage: true, showSizeChanger: false }}
      columns={[
        { title: organizationWords.position, dataIndex: 'title' },
        { title: organizationWords.person, dataIndex: 'personName' },
        { title: organizationWords.term, render: (_, seat) => termOf(seat) },
        {
          key: 'acts',
          align: 'right',
          render: (_, seat) => (
            <Button size="small" onClick={() => onAct({ what: 'end-seat', seat })}>
              {seat.isToCome ? organizationWords.takeBack : organizationWords.endSeat}
            </Button>
          ),
        },
      ]}
    />
  );
}

const termOf = ({ from, to, isToCome }: SeatView): string => {
  const term = to === null ? organizationWords.from(from) : organizationWords.span(from, to);
  return isToCome ? `${term}（${organizationWords.toCome}）` : term;
};

function Substitutes({ unit, onAct }: ListProps) {
  if (unit.substitutes.length === 0) return <Empty text={organizationWords.noSubstitutes} />;
  return (
    <Table<SubstituteView>
      rowKey="id"
      size="middle"
      dataSource={[...unit.substitutes]}
      pagination={false}
      columns={[
        { title: organizationWords.away, dataIndex: 'fromPersonName' },
        { title: organizationWords.standsIn, dataIndex: 'toPersonName' },
        { title: organizationWords.scope, dataIndex: 'title' },
        { title: organizationWords.term, render: (_, { from, to }) => organizationWords.span(from, to) },
        {
          key: 'acts',
          align: 'right',
          render: (_, substitute) => (
            <Button size="small" onClick={() => onAct({ what: 'end-substitute', substitute })}>
              {organizationWords.endSubstitute}
            </Button>
          ),
        },
      ]}
    />
  );
}

function Kinship({ unit }: { readonly unit: UnitPeopleView }) {
  if (unit.kinship.length === 0) return <Empty text={organizationWords.noKinship} />;
  return (
    <ul>
      {unit.kinship.map(({ personId, otherId, personName, otherName, title }) => (
        <li key={`${personId} ${otherId}`} className="line">
          {personName}、{otherName}：{title}
        </li>
      ))}
    </ul>
  );
}
