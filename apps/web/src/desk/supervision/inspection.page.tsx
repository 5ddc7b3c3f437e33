import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Select } from 'antd';
import { inspectionPublicationsOptions, type PublicationFiguresView } from '../../client/api.js';
import { inspectionWords } from '../../words/inspection.words.js';
import { supervisionWords } from '../../words/supervision.words.js';
import { useSession } from '../../client/session.js';
import { words } from '../../words/words.js';
import { Answer } from '../states/page-states.js';
import { DutyList } from './duty-list.js';
import { InspectionTabs } from './inspection-tabs.js';
import { DutyMatrix } from './duty-matrix.js';
import { DutyNumbers } from './duty-numbers.js';
import './inspection.css';
import { isNarrowed, timeOf, type InspectionSearch } from './inspection-search.js';
import { MonthPicker } from './month-picker.js';
import './supervision.css';
import { YearPicker } from './year-picker.js';

/** 公开检查: who should have published and has not, and where it is stuck. */
export function InspectionPage() {
  const search = useSearch({ from: '/inspection' });
  const { data: me } = useSession();
  const { unitId } = search;
  const figures = useQuery({
    ...inspectionPublicationsOptions({
      query: { ...(unitId !== undefined && { unitId }), ...timeOf(search) },
    }),
    placeholderData: keepPreviousData,
  });
  return (
    <main className="main">
      <Answer query={figures}>
        {(read) => (
          <>
            <Title figures={read} search={search} />
            <InspectionTabs search={search} />
            {search.tab === undefined && (
              <>
                <DutyNumbers figures={read} search={search} />
                <DutyMatrix figures={read} search={search} />
              </>
            )}
            <DutyList search={search} mayUrge={me?.maySupervise ?? false} key={JSON.stringify(search)} />
          </>
        )}
      </Answer>
    </main>
  );
}

interface TitleProps {
  readonly figures: PublicationFiguresView;
  readonly search: InspectionSearch;
}

function Title({ figures, search }: TitleProps) {
  const navigate = useNavigate({ from: '/inspection' });
  const { unitId: _unitId, ...ofAllUnits } = search;
  const { year: _year, month: _month, ...ofAllTime } = search;
  const go = (to: InspectionSearch) => void navigate({ search: to, replace: true });
  const units = [...figures.rows, ...figures.quiet].map(({ unitId, unitName }) => ({
    value: unitId,
    label: unitName,
  }));
  return (
    <div className="title wrap">
      <h1>{inspectionWords.inspection}</h1>
      <YearPicker year={figures.year} asOf={figures.asOf} onPick={(year) => go({ ...ofAllTime, year })} />
      <MonthPicker
        month={figures.month}
        asOf={figures.asOf}
        onPick={(month) =>
          go({ ...ofAllTime, ...(month === undefined ? { year: figures.year } : { month }) })
        }
      />
      <Select
        aria-label={supervisionWords.unit}
        placeholder={supervisionWords.allUnits(figures.villages)}
        allowClear={{ label: words.clear }}
        showSearch={{ optionFilterProp: 'label' }}
        value={search.unitId}
        options={units}
        style={{ minWidth: 140 }}
        onChange={(unitId?: string) => go({ ...ofAllUnits, ...(unitId !== undefined && { unitId }) })}
      />
      <span className="sp" />
      {isNarrowed(search) && (
        <Link to="/inspection" search={timeOf(search)}>
          {inspectionWords.clear}
        </Link>
      )}
    </div>
  );
}
