import { Link, useNavigate } from '@tanstack/react-router';
import { Select } from 'antd';
import { useState } from 'react';
import type { WatchCellView, WatchFiguresView, WatchRowView } from '../../client/api.js';
import { Empty } from '../../kit/empty.js';
import { supervisionWords } from '../../words/supervision.words.js';
import { EndedCases } from './watch-onward.js';
import { sortedRows } from './sorted-rows.js';
import type { WatchOrder, WatchSearch } from './watch-search.js';

interface MatrixProps {
  readonly figures: WatchFiguresView;
  readonly search: WatchSearch;
}

/** Units with something wrong, by process; the others are one line that opens. */
export function UnitMatrix({ figures, search }: MatrixProps) {
  const { rows, processes, quiet } = figures;
  return (
    <section className="card" aria-label={supervisionWords.matrix}>
      <div className="hd">
        <h2>{supervisionWords.matrix}</h2>
        <span className="t3">{supervisionWords.matrixNote}</span>
        <span className="sp" />
        {rows.length > 1 && <Order search={search} />}
      </div>
      {rows.length === 0 && quiet.length === 0 ? (
        <Empty text={supervisionWords.noMatrix} action={<EndedCases search={search} />} />
      ) : (
        <div className="mxscroll">
          <table className="mx">
            <thead>
              <tr>
                <th scope="col">{supervisionWords.unit}</th>
                {processes.map(({ key, name }) => (
                  <th scope="col" key={key}>
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {sortedRows(rows, search.order).map((row) => (
                <Row key={row.unitId} row={row} figures={figures} search={search} />
              ))}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row">{supervisionWords.town}</th>
                {processes.map(({ key }) => (
                  <Cell
                    key={key}
                    cell={figures.totals.find(({ processKey }) => processKey === key)}
                    unitId={undefined}
                    search={search}
                  />
                ))}
              </tr>
            </tfoot>
          </table>
        </div>
      )}
      {quiet.length > 0 && <Quiet figures={figures} />}
    </section>
  );
}

const WORST_FIRST = 'worst';
const orders = Object.entries(supervisionWords.orderOf).map(([value, label]) => ({ value, label }));

function Order({ search }: { readonly search: WatchSearch }) {
  const navigate = useNavigate({ from: '/supervision' });
  const put = (value: string) => {
    const order = value === WORST_FIRST ? undefined : (value as WatchOrder);
    void navigate({ search: { ...search, order }, replace: true });
  };
  return (
    <Select
      size="small"
      aria-label={supervisionWords.orderUnits}
      value={search.order ?? WORST_FIRST}
      options={orders}
      popupMatchSelectWidth={false}
      onChange={put}
    />
  );
}

interface RowProps extends MatrixProps {
  readonly row: WatchRowView;
}

function Row({ row: { unitId, unitName, cells }, figures: { processes }, search }: RowProps) {
  return (
    <tr>
      <th scope="row">
        <Link to="/supervision/units/$unitId" params={{ unitId }} className="unit">
          {unitName}
        </Link>
      </th>
      {processes.map(({ key }) => (
        <Cell
          key={key}
          cell={cells.find(({ processKey }) => processKey === key)}
          unitId={unitId}
          search={search}
        />
      ))}
    </tr>
  );
}

interface CellProps {
  readonly cell: WatchCellView | undefined;
  /** Undefined of the whole town. */
  readonly unitId: string | undefined;
  readonly search: WatchSearch;
}

/** Every number leads to its list. */
function Cell({ cell, unitId, search }: CellProps) {
  if (!cell) return <td />;
  const { processKey, red, yellow } = cell;
  const tone = red > 0 ? 'red' : yellow > 0 ? 'yel' : '';
  const isOn = search.unitId === unitId && search.processKey === processKey;
  const list = red > 0 ? 'red' : 'yellow';
  return (
    <td className={[tone, isOn ? 'on' : ''].filter(Boolean).join(' ') || undefined}>
      {red + yellow > 0 ? (
        <Link to="/supervision" search={{ ...search, unitId, processKey, list }}>
          <Numbers cell={cell} />
        </Link>
      ) : (
        <Link to="/cases" search={{ status: 'running', unitId, processKey }}>
          {cell.open}
        </Link>
      )}
    </td>
  );
}

/** Shape and number: nobody has to tell colors apart. */
function Numbers({ cell }: { readonly cell: WatchCellView | undefined }) {
  if (!cell) return null;
  const { red, yellow, open } = cell;
  if (red + yellow === 0) return <>{open}</>;
  return (
    <>
      {red > 0 && (
        <span className="r">
          <span className="sr">{supervisionWords.list.red} </span>
          {red}
        </span>
      )}{' '}
      {yellow > 0 && (
        <span className="y">
          <span className="sr">{supervisionWords.list.yellow} </span>
          {yellow}
        </span>
      )}
    </>
  );
}

function Quiet({ figures: { quiet } }: { readonly figures: WatchFiguresView }) {
  const [isOpen, setOpen] = useState(false);
  const open = quiet.reduce((sum, one) => sum + one.open, 0);
  return (
    <div className="ft s t2">
      {supervisionWords.quiet(quiet.length, open)}
      <button type="button" className="lk" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {isOpen ? supervisionWords.fold : supervisionWords.unfold}
      </button>
      {isOpen && (
        <ul className="quiet">
          {quiet.map(({ unitId, unitName, open: many }) => (
            <li key={unitId}>
              <Link to="/supervision/units/$unitId" params={{ unitId }}>
                {unitName} {many}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
