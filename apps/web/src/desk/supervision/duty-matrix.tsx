import { Link } from '@tanstack/react-router';
import type { DutyCellView, DutyUnitView, PublicationFiguresView } from '../../client/api.js';
import { Empty } from '../../kit/empty.js';
import { Unconfirmed } from '../../kit/marks.js';
import { inspectionWords } from '../../words/inspection.words.js';
import { navWords } from '../../words/nav.words.js';
import { supervisionWords } from '../../words/supervision.words.js';
import { Worst } from './duty-worst.js';
import { isNarrowed, timeOf, type InspectionSearch } from './inspection-search.js';

interface MatrixProps {
  readonly figures: PublicationFiguresView;
  readonly search: InspectionSearch;
}

type Column = PublicationFiguresView['columns'][number];
const columnKey = ({ processKey, elementId }: Pick<Column, 'processKey' | 'elementId'>): string =>
  `${processKey} ${elementId}`;

/** Units with something wrong, by publication; all others are one line. */
export function DutyMatrix({ figures, search }: MatrixProps) {
  const { rows, columns, quiet } = figures;
  return (
    <section className="card mt3" aria-label={inspectionWords.matrix}>
      {figures.due === 0 ? (
        <Empty text={inspectionWords.noneDue} action={<Onward search={search} />} />
      ) : (
        <div className="mxscroll">
          <table className="mx dm">
            <thead>
              <tr>
                <th scope="col">{supervisionWords.unit}</th>
                {columns.map((column) => (
                  <th scope="col" key={columnKey(column)}>
                    {column.title}
                    <span className="s t3">
                      {column.processName}，{inspectionWords.boards[column.board]}
                    </span>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <Row key={row.unitId} row={row} columns={columns} search={search} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {quiet.length > 0 && <Quiet quiet={quiet} search={search} />}
      <p className="ft s t2">
        {inspectionWords.matrixNote}
        <Unconfirmed />
      </p>
    </section>
  );
}

interface RowProps {
  readonly row: DutyUnitView;
  readonly columns: readonly Column[];
  readonly search: InspectionSearch;
}

function Row({ row: { unitId, unitName, cells }, columns, search }: RowProps) {
  const base = { unitId, ...timeOf(search) };
  return (
    <tr>
      <th scope="row">
        <Link to="/inspection" search={base} className="unit">
          {unitName}
        </Link>
      </th>
      {columns.map((column) => {
        const cell = cells.find((one) => columnKey(one) === columnKey(column));
        if (!cell) return <td key={columnKey(column)} />;
        const { processKey, elementId } = cell;
        return (
          <td key={columnKey(column)} className={cell.overdue + cell.stuck > 0 ? 'red' : undefined}>
            <Link to="/inspection" search={{ ...base, processKey, elementId }}>
              <Worst duty={cell} total={totalOf(cell)} />
            </Link>
          </td>
        );
      })}
    </tr>
  );
}

const totalOf = ({ overdue, stuck, late, open, published }: DutyCellView): number =>
  overdue + stuck + late + open + published;

function Quiet({
  quiet,
  search,
}: { readonly search: InspectionSearch } & Pick<PublicationFiguresView, 'quiet'>) {
  const duties = quiet.reduce((sum, one) => sum + one.duties, 0);
  return (
    <div className="ft s t2">
      {inspectionWords.quiet(quiet.length, duties)}
      <ul className="quiet">
        {quiet.map(({ unitId, unitName, duties: many }) => (
          <li key={unitId}>
            <Link to="/inspection" search={{ unitId, ...timeOf(search) }}>
              {unitName} {many}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Where nothing is owed: all units and the whole year again, or the processes that publish. */
const Onward = ({ search }: { readonly search: InspectionSearch }) =>
  isNarrowed(search) || search.month !== undefined ? (
    <Link to="/inspection" search={{}} className="btn">
      {inspectionWords.clear}
    </Link>
  ) : (
    <Link to="/cases" search={{}} className="btn">
      {navWords.cases}
    </Link>
  );
