import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import {
  ordersReadOptions,
  type OrderActView,
  type OrderDetailView,
  type OrderStageView,
} from '../../client/api.js';
import { ClockBadge, DueLine } from '../../kit/clock-badge.js';
import { Icon, type IconName } from '../../kit/icon.js';
import { Chip, Unconfirmed } from '../../kit/marks.js';
import { MetaLine } from '../../kit/meta-line.js';
import { shownMoment } from '../../kit/moment.js';
import { Note } from '../../kit/note.js';
import { Timeline, type TimelineEntry } from '../../kit/timeline.js';
import { supervisionWords } from '../../words/supervision.words.js';
import { PaperField } from '../forms/earlier-papers.js';
import { Crumbs } from '../shell/crumbs.js';
import { OrderReceipts } from './order-receipts.js';
import { Answer } from '../states/page-states.js';
import './supervision.css';

/** 督办单: four stages, what was ordered and answered, and the original's term beside it. */
export function OrderPage() {
  const { caseId } = useParams({ from: '/orders/$caseId' });
  const order = useQuery(ordersReadOptions({ path: { id: caseId } }));
  return (
    <main className="main">
      <Crumbs trail={[{ to: '/orders', label: supervisionWords.orders }]} here={order.data?.orderNumber} />
      <Answer query={order}>{(read) => <OrderShown order={read} />}</Answer>
    </main>
  );
}

function OrderShown({ order }: { readonly order: OrderDetailView }) {
  return (
    <>
      <Head order={order} />
      <ol className="fl mt3">
        {order.stages.map((stage) => (
          <Stage key={stage.key} stage={stage} />
        ))}
      </ol>
      <div className="two mt4">
        <div className="col g4">
          <ToDo order={order} />
          <Acts title={supervisionWords.content} acts={actsOf(order, ['issue-order'])} actions={<Print />} />
          <Acts
            title={supervisionWords.feedback}
            acts={actsOf(order, ['give-feedback', 'decide-extension'])}
          />
          <Acts
            title={supervisionWords.review}
            acts={actsOf(order, ['review-feedback', 'decide-third-return'])}
          />
        </div>
        <div className="col g4">
          <OrderReceipts receipts={order.receipts} />
          <OriginalTerm order={order} />
          <Course order={order} />
        </div>
      </div>
    </>
  );
}

const actsOf = ({ acts }: OrderDetailView, elements: readonly string[]): readonly OrderActView[] =>
  acts.filter(({ elementId }) => elements.includes(elementId));

function Head({ order }: { readonly order: OrderDetailView }) {
  const { firstCase } = order;
  return (
    <header className="row start wrap">
      <div className="sp">
        <div className="row">
          <h1>{order.title}</h1>
          <Chip tone={order.step === null ? 'green' : 'blue'}>{order.step ?? supervisionWords.closed}</Chip>
          {order.returns > 0 && <Chip tone="amber">{supervisionWords.returned(order.returns)}</Chip>}
        </div>
        <div className="t2 mt1">
          <MetaLine
            facts={[
              order.orderNumber,
              order.unitName,
              firstCase && (
                <Link to="/cases/$caseId" params={{ caseId: firstCase.id }}>
                  {firstCase.number} {firstCase.title}
                </Link>
              ),
              supervisionWords.issuedBy(shownMoment(order.issuedAt, new Date()), order.issuedBy),
            ]}
          />
        </div>
      </div>
      <div className="or-c">
        <ClockBadge clock={order.clock} look="lg" />
        <div className="mt1">
          <DueLine clock={order.clock} labelled />
        </div>
      </div>
    </header>
  );
}

const stageIcons: Readonly<Record<OrderStageView['state'], IconName>> = {
  done: 'ok',
  now: 'clock',
  later: 'open',
};

const Stage = ({ stage: { key, name, state, at, by, times } }: { readonly stage: OrderStageView }) => (
  <li className={state} aria-current={state === 'now' ? 'step' : undefined}>
    <b>
      <Icon name={stageIcons[state]} />
      {name}
    </b>
    {at && (
      <div className="s t2">
        {shownMoment(at, new Date())} {by}
        {times > 1 && `，${supervisionWords.times(times)}`}
      </div>
    )}
    <div className="s t3">{supervisionWords.stagesNote[key as keyof typeof supervisionWords.stagesNote]}</div>
  </li>
);

/** The running step, for whoever may do it; why not, for whoever may not. */
function ToDo({ order: { task } }: { readonly order: OrderDetailView }) {
  if (!task) return null;
  if (task.bar !== null) return <Note>{task.bar}</Note>;
  return (
    <div>
      <Link to="/tasks/$taskId" params={{ taskId: task.id }} className="btn pri">
        {supervisionWords.doStep(task.name)}
      </Link>
    </div>
  );
}

interface ActsProps {
  readonly title: string;
  readonly acts: readonly OrderActView[];
  readonly actions?: React.ReactNode;
}

const Print = () => (
  <Button size="small" onClick={() => window.print()}>
    <Icon name="print" />
    {supervisionWords.print}
  </Button>
);

/** What was entered, the latest first; earlier rounds are folded away. */
function Acts({ title, acts, actions }: ActsProps) {
  const [latest, ...earlier] = [...acts].reverse();
  if (!latest) return null;
  return (
    <section className="card">
      <div className="hd">
        <h2>{title}</h2>
        {acts.length > 1 && <span className="t3">{supervisionWords.times(acts.length)}</span>}
        <span className="sp" />
        {actions}
      </div>
      <div className="bd col g3">
        <Act act={latest} />
        {earlier.map((act) => (
          <details key={act.taskId}>
            <summary className="t2">
              {act.name} {shownMoment(act.at, new Date())} {act.by}
            </summary>
            <Act act={act} />
          </details>
        ))}
      </div>
    </section>
  );
}

const Act = ({ act: { name, at, by, fields } }: { readonly act: OrderActView }) => (
  <div>
    <div className="row">
      <b>{name}</b>
      <span className="s t3">
        {shownMoment(at, new Date())} {by}
      </span>
    </div>
    <dl className="para mt1">
      {fields.map((field) => (
        <PaperField key={field.key} field={field} nameOf={byId} />
      ))}
    </dl>
  </div>
);

/** Who is chosen in a form of an order is there by name. */
const byId = (id: string): string => id;

/** It stays as red as it was. */
function OriginalTerm({ order: { firstClock, firstAlerts } }: { readonly order: OrderDetailView }) {
  if (!firstClock) return null;
  return (
    <section className="card">
      <div className="hd">
        <h2>{supervisionWords.originalTerm}</h2>
        <span className="sp" />
        <ClockBadge clock={firstClock} />
      </div>
      <div className="bd">
        {firstAlerts.length === 0 ? (
          <p className="t3">{supervisionWords.never}</p>
        ) : (
          <Timeline
            entries={firstAlerts.map(({ at, text, kind }, index): TimelineEntry => ({
              key: String(index),
              time: shownMoment(at, new Date()),
              tone: kind === 'opened' || kind === 'warn' ? 'warn' : 'late',
              what: text,
            }))}
          />
        )}
        <p className="s t3">{supervisionWords.neverGreen}</p>
      </div>
    </section>
  );
}

function Course({ order: { acts, unconfirmed } }: { readonly order: OrderDetailView }) {
  return (
    <section className="card">
      <div className="hd">
        <h2>{supervisionWords.course}</h2>
        <span className="sp" />
        <span className="s t3">{supervisionWords.entries(acts.length)}</span>
      </div>
      <div className="bd">
        <Timeline
          entries={[...acts].reverse().map(({ taskId, at, by, name }): TimelineEntry => ({
            key: taskId,
            time: shownMoment(at, new Date()),
            tone: 'ok',
            what: `${by ?? ''} ${name}`,
          }))}
        />
      </div>
      {unconfirmed.length > 0 && (
        <div className="ft col g2">
          {unconfirmed.map((text) => (
            <p className="s t3" key={text}>
              {text}
              <Unconfirmed />
            </p>
          ))}
        </div>
      )}
    </section>
  );
}
