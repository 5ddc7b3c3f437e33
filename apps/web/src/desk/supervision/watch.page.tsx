import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Select } from 'antd';
import { supervisionFiguresOptions, type WatchFiguresView } from '../../client/api.js';
import { shownMoment } from '../../kit/moment.js';
import { supervisionWords } from '../../words/supervision.words.js';
import { words } from '../../words/words.js';
import { ExportLink } from '../states/export-link.js';
import { Answer } from '../states/page-states.js';
import { EndedList } from './ended-list.js';
import { FourNumbers } from './four-numbers.js';
import { PublicationLine } from './publication-line.js';
import './supervision.css';
import { UnitMatrix } from './unit-matrix.js';
import { scopeOf, type WatchSearch } from './watch-search.js';
import { WatchedList } from './watched-list.js';
import { YearPicker } from './year-picker.js';

/** 督办台: four numbers, unit by process, and the list behind the number that was chosen. */
export function WatchPage() {
  const search = useSearch({ from: '/supervision' });
  const figures = useQuery({
    ...supervisionFiguresOptions({
      query: { ...scopeOf(search), ...(search.year !== undefined && { year: search.year }) },
    }),
    placeholderData: keepPreviousData,
  });
  const list = search.list ?? 'red';
  return (
    <main className="main">
      <Answer query={figures}>
        {(read) => (
          <>
            <Title figures={read} search={search} />
            <FourNumbers figures={read} search={search} />
            <PublicationLine search={search} />
            <div className="wd">
              <UnitMatrix figures={read} search={search} />
              {list === 'late' ? (
                <EndedList search={search} total={read.endedLate} />
              ) : (
                <WatchedList
                  search={search}
                  color={list}
                  total={list === 'red' ? read.red : read.yellow}
                  key={`${list} ${search.unitId} ${search.processKey}`}
                />
              )}
            </div>
          </>
        )}
      </Answer>
    </main>
  );
}

interface TitleProps {
  readonly figures: WatchFiguresView;
  readonly search: WatchSearch;
}

function Title({ figures, search }: TitleProps) {
  const navigate = useNavigate({ from: '/supervision' });
  const units = [...figures.rows, ...figures.quiet].map(({ unitId, unitName }) => ({
    value: unitId,
    label: unitName,
  }));
  return (
    <div className="title wrap">
      <h1>{supervisionWords.watch}</h1>
      <Select
        aria-label={supervisionWords.unit}
        placeholder={supervisionWords.allUnits(figures.villages)}
        allowClear={{ label: words.clear }}
        showSearch={{ optionFilterProp: 'label' }}
        value={search.unitId}
        options={units}
        style={{ minWidth: 140 }}
        onChange={(unitId?: string) => void navigate({ search: { ...search, unitId }, replace: true })}
      />
      <Select
        aria-label={supervisionWords.allProcesses}
        placeholder={supervisionWords.allProcesses}
        allowClear={{ label: words.clear }}
        value={search.processKey}
        options={figures.processes.map(({ key, name }) => ({ value: key, label: name }))}
        style={{ minWidth: 140 }}
        onChange={(processKey?: string) =>
          void navigate({ search: { ...search, processKey }, replace: true })
        }
      />
      <YearPicker
        year={figures.year}
        asOf={figures.asOf}
        onPick={(year) => void navigate({ search: { ...search, year }, replace: true })}
      />
      <span className="sp" />
      <span className="s t3">{supervisionWords.updatedAt(shownMoment(figures.asOf, new Date()))}</span>
      <ExportLink
        of="supervision-figures"
        query={{ ...scopeOf(search), year: search.year }}
        isEmpty={units.length === 0 && figures.ended === 0}
        big
      />
    </div>
  );
}
