import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import { organizationUnitOptions, organizationUnitsOptions, type UnitPeopleView } from '../../client/api.js';
import { Empty } from '../../kit/empty.js';
import { Note } from '../../kit/note.js';
import { organizationWords } from '../../words/organization.words.js';
import { Answer } from '../states/page-states.js';
import './organization.css';
import { AddPerson } from './person-dialog.js';
import { SeatChecks } from './seat-checks.js';
import { UnitPeople } from './unit-people.js';
import { UnitTree } from './unit-tree.js';

/** 组织和人员: the tree of units, and who holds what in one of them on a day. */
export function OrganizationPage() {
  const search = useSearch({ from: '/organization' });
  const navigate = useNavigate({ from: '/organization' });
  const units = useQuery(organizationUnitsOptions());
  return (
    <main className="main">
      <div className="title">
        <h1>{organizationWords.title}</h1>
        <span className="row">
          <DatePicker
            aria-label={organizationWords.onDay}
            placeholder={organizationWords.today}
            value={search.on === undefined ? null : dayjs(search.on)}
            onChange={(day) =>
              void navigate({
                search: ({ unit }) => ({
                  ...(unit !== undefined && { unit }),
                  ...(day && { on: day.format('YYYY-MM-DD') }),
                }),
                replace: true,
              })
            }
          />
          <AddPerson units={units.data?.items ?? []} />
        </span>
      </div>
      <div className="organization mt3">
        <section className="card">
          <Answer query={units}>
            {({ items }) => (
              <UnitTree
                units={items}
                chosen={search.unit}
                onChoose={(unit) => void navigate({ search: (before) => ({ ...before, unit }) })}
              />
            )}
          </Answer>
        </section>
        {search.unit === undefined ? (
          <section className="card">
            <Empty text={organizationWords.choose} />
          </section>
        ) : (
          <Unit id={search.unit} on={search.on} />
        )}
      </div>
    </main>
  );
}

function Unit({ id, on }: { readonly id: string; readonly on: string | undefined }) {
  const query = useQuery({
    ...organizationUnitOptions({ path: { id }, query: on === undefined ? {} : { on } }),
    placeholderData: keepPreviousData,
  });
  return (
    <div className="col g3">
      {on !== undefined && <Note>{organizationWords.pastDay(on)}</Note>}
      <Answer query={query}>{(unit: UnitPeopleView) => <Shown unit={unit} />}</Answer>
    </div>
  );
}

const Shown = ({ unit }: { readonly unit: UnitPeopleView }) => (
  <>
    <UnitPeople key={unit.id} unit={unit} />
    {unit.checks.length > 0 && <SeatChecks checks={unit.checks} />}
  </>
);
