import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Segmented } from 'antd';
import { ordersListInfiniteOptions, type OrderView } from '../../client/api.js';
import { nextPage } from '../../client/next-page.js';
import { useSession } from '../../client/session.js';
import { ClockBadge, DueLine } from '../../kit/clock-badge.js';
import { Empty } from '../../kit/empty.js';
import { Chip } from '../../kit/marks.js';
import { MetaLine } from '../../kit/meta-line.js';
import { shownMoment } from '../../kit/moment.js';
import { supervisionWords } from '../../words/supervision.words.js';
import { MoreRows } from '../states/more-rows.js';
import { Answer } from '../states/page-states.js';
import type { OrdersSearch } from './orders-search.js';

/** 督办单: those whose villages the reader sees; what is still open first asked for. */
export function OrdersPage() {
  const { all, unitId } = useSearch({ from: '/orders' });
  const ofUnit = unitId === undefined ? {} : { unitId };
  const navigate = useNavigate({ from: '/orders' });
  const query = useInfiniteQuery({
    ...ordersListInfiniteOptions({ query: { ...(!all && { open: 'true' }), ...ofUnit } }),
    ...nextPage,
  });
  return (
    <main className="main">
      <div className="title">
        <h1>{supervisionWords.orders}</h1>
        <Segmented
          aria-label={supervisionWords.orders}
          value={all ? 'all' : 'open'}
          options={[
            { value: 'open', label: supervisionWords.onlyOpen },
            { value: 'all', label: supervisionWords.all },
          ]}
          onChange={(shown) =>
            void navigate({ search: { ...(shown === 'all' && { all: true }), ...ofUnit }, replace: true })
          }
        />
        {unitId !== undefined && (
          <Link to="/orders" search={all ? { all } : {}}>
            {supervisionWords.everyUnitsOrders}
          </Link>
        )}
      </div>
      <section className="card mt3">
        <Answer query={query}>
          {({ pages }) => (
            <Orders
              orders={pages.flatMap(({ items }) => items)}
              search={{ ...(all && { all }), ...ofUnit }}
            />
          )}
        </Answer>
        <MoreRows query={query} />
      </section>
    </main>
  );
}

interface OrdersProps {
  readonly orders: readonly OrderView[];
  readonly search: OrdersSearch;
}

function Orders({ orders, search }: OrdersProps) {
  if (orders.length === 0) return <NoOrders search={search} />;
  return (
    <ul className="bd">
      {orders.map((order) => (
        <li key={order.id} className="line">
          <span className="t3">{order.orderNumber}</span>
          <div className="ell">
            <Link to="/orders/$caseId" params={{ caseId: order.id }}>
              {order.title}
            </Link>
            <div className="s t2">
              <MetaLine
                facts={[
                  order.unitName,
                  supervisionWords.issuedBy(shownMoment(order.issuedAt, new Date()), order.issuedBy),
                  order.step,
                ]}
              />
            </div>
          </div>
          {order.clock ? (
            <span className="row">
              <DueLine clock={order.clock} />
              <ClockBadge clock={order.clock} />
            </span>
          ) : (
            <Chip tone={order.step === null ? 'green' : 'blue'}>{order.step ?? supervisionWords.closed}</Chip>
          )}
        </li>
      ))}
    </ul>
  );
}

/** The closed ones too, those of every unit, and in the end where orders come from. */
function NoOrders({ search: { all, unitId } }: Pick<OrdersProps, 'search'>) {
  const { data: me } = useSession();
  const { noOrders, noneOpen, noOrdersOfUnit, alsoClosed, everyUnitsOrders } = supervisionWords;
  if (!all) {
    const closedToo = { all: true, ...(unitId !== undefined && { unitId }) } as const;
    return <Empty text={noneOpen} action={<Onward search={closedToo}>{alsoClosed}</Onward>} />;
  }
  if (unitId !== undefined)
    return <Empty text={noOrdersOfUnit} action={<Onward search={{ all }}>{everyUnitsOrders}</Onward>} />;
  return (
    <Empty
      text={noOrders}
      action={
        me?.maySupervise ? (
          <Link to="/supervision" search={{}} className="btn">
            {supervisionWords.toWatch}
          </Link>
        ) : (
          <Link to="/alerts" className="btn">
            {supervisionWords.toAlerts}
          </Link>
        )
      }
    />
  );
}

interface OnwardProps extends Pick<OrdersProps, 'search'> {
  readonly children: string;
}

const Onward = ({ search, children }: OnwardProps) => (
  <Link to="/orders" search={search} className="btn">
    {children}
  </Link>
);
