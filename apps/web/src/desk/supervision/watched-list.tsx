import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { supervisionWatchedInfiniteOptions, type DraftOrderDto } from '../../client/api.js';
import { nextPage } from '../../client/next-page.js';
import { Empty } from '../../kit/empty.js';
import { supervisionWords } from '../../words/supervision.words.js';
import { ExportLink } from '../states/export-link.js';
import { MoreRows } from '../states/more-rows.js';
import { Answer } from '../states/page-states.js';
import { IssueOrderDialog } from './issue-order-dialog.js';
import { UrgeDialog } from './urge-dialog.js';
import { WatchOnward } from './watch-onward.js';
import { scopeOf, type WatchSearch } from './watch-search.js';
import { WatchedLine } from './watched-line.js';

/** What the API takes at once. */
const URGES_MAX = 50;

interface ListProps {
  readonly search: WatchSearch;
  readonly color: 'red' | 'yellow';
  readonly total: number;
}

/** The cases behind a number, with what can be done: one click urges, one picks for many. */
export function WatchedList({ search, color, total }: ListProps) {
  const { query, rows } = useWatched(search, color);
  const [picked, setPicked] = useState<readonly string[]>([]);
  const [urged, setUrged] = useState<readonly string[]>();
  const [ordered, setOrdered] = useState<DraftOrderDto>();
  const selectable = rows.filter(({ mayUrge }) => mayUrge).map(({ clock }) => clock.id);
  const chosen = picked.filter((id) => selectable.includes(id)).slice(0, URGES_MAX);
  const toggle = (id: string) =>
    setPicked(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  return (
    <section className="card" aria-label={supervisionWords.list[color]}>
      <ListHead color={color} total={total}>
        <ExportLink of="watched-cases" query={{ color, ...scopeOf(search) }} isEmpty={rows.length === 0} />
        <Bulk chosen={chosen} all={selectable} onPick={setPicked} onUrge={() => setUrged(chosen)} />
      </ListHead>
      <Answer query={query}>
        {() =>
          rows.length === 0 ? (
            <Empty
              text={color === 'red' ? supervisionWords.noRed : supervisionWords.noYellow}
              action={<WatchOnward search={search} />}
            />
          ) : (
            rows.map((row) => (
              <WatchedLine
                key={row.clock.id}
                row={row}
                isPicked={chosen.includes(row.clock.id)}
                onPick={() => toggle(row.clock.id)}
                onUrge={() => setUrged([row.clock.id])}
                onOrder={() => setOrdered({ caseId: row.caseId, clockId: row.clock.id })}
              />
            ))
          )
        }
      </Answer>
      <MoreRows query={query} />
      {urged && (
        <UrgeDialog
          clockIds={urged}
          onClose={() => {
            setUrged(undefined);
            setPicked([]);
          }}
        />
      )}
      {ordered && <IssueOrderDialog about={ordered} onClose={() => setOrdered(undefined)} />}
    </section>
  );
}

/** The rows as they stand. */
function useWatched(search: WatchSearch, color: ListProps['color']) {
  const asked = { color, ...scopeOf(search) };
  const query = useInfiniteQuery({
    ...supervisionWatchedInfiniteOptions({ query: asked }),
    ...nextPage,
    initialPageParam: { query: asked },
  });
  return { query, rows: query.data?.pages.flatMap(({ items }) => items) ?? [] };
}

interface HeadProps extends Pick<ListProps, 'color' | 'total'> {
  readonly children: React.ReactNode;
}

const ListHead = ({ color, total, children }: HeadProps) => (
  <div className="hd">
    <h2>
      {supervisionWords.list[color]} {supervisionWords.pieces(total)}
    </h2>
    <span className="t3">{color === 'red' ? supervisionWords.redFirst : supervisionWords.yellowFirst}</span>
    <span className="sp" />
    {children}
  </div>
);

interface BulkProps {
  readonly chosen: readonly string[];
  readonly all: readonly string[];
  readonly onPick: (ids: readonly string[]) => void;
  readonly onUrge: () => void;
}

function Bulk({ chosen, all, onPick, onUrge }: BulkProps) {
  if (all.length === 0) return null;
  if (chosen.length === 0)
    return (
      <Button size="small" onClick={() => onPick(all.slice(0, URGES_MAX))}>
        {supervisionWords.selectAll}
      </Button>
    );
  return (
    <>
      <span className="t2">{supervisionWords.selected(chosen.length)}</span>
      <Button size="small" type="text" onClick={() => onPick([])}>
        {supervisionWords.selectNone}
      </Button>
      <Button size="small" onClick={onUrge}>
        {supervisionWords.bulkUrge}
      </Button>
    </>
  );
}
