import { useQuery } from '@tanstack/react-query';
import { casesReadOptions, caseHistoryTimelineOptions, caseObjectionsListOptions } from '../../client/api.js';
import { MetaLine } from '../../kit/meta-line.js';
import { Objections } from '../../kit/objections.js';
import { momentOf } from '../../kit/moment.js';
import { Timeline } from '../../kit/timeline.js';
import { caseWords } from '../../words/case.words.js';
import { phoneWords } from '../../words/phone.words.js';
import { statusWords } from '../../words/words.js';
import { Header } from '../parts/header.js';
import { Row } from '../parts/row.js';
import { Section } from '../parts/section.js';
import { To, useInAddress } from '../parts/to.js';
import { Page } from '../shell/page.js';
import { Answer } from '../shell/page-states.js';

/** One case: where it stands, what is open of it, and its course. */
export function PhoneCasePage() {
  const id = useInAddress('caseId');
  const query = useQuery(casesReadOptions({ path: { id } }));
  const heardOf = useHeard(id);
  return (
    <Page hasTabs header={<Header title={query.data?.number ?? phoneWords.progress} back="/inbox" />}>
      <Answer query={query}>
        {(read) => (
          <>
            <div className="ph-head">
              <h2 className="name">{read.title}</h2>
              <div className="t2">
                <MetaLine facts={[read.unitName, read.processName, statusWords[read.status]]} />
              </div>
            </div>
            <Held caseId={id} />
            {read.tasks.length > 0 && (
              <section className="ph-sec bare">
                <h2>{phoneWords.current}</h2>
                {read.tasks.map((task) => (
                  <Row
                    key={task.id}
                    to={`/tasks/${task.id}`}
                    clock={task.clock}
                    title={task.name}
                    facts={[heardOf(task.id), task.assigneeName]}
                  />
                ))}
              </section>
            )}
            <Course caseId={id} />
          </>
        )}
      </Answer>
    </Page>
  );
}

/** Which objection a step answers: several to one notice are told apart by it. */
function useHeard(caseId: string): (taskId: string) => string | undefined {
  const { data } = useQuery(caseObjectionsListOptions({ path: { id: caseId } }));
  return (taskId) => {
    const found = data?.items.find((one) => one.taskId === taskId);
    return found && caseWords.heard(found.ground, momentOf(found.receivedAt).slice(5));
  };
}

/** 群众异议: what villagers hold against it; nothing where there is none. */
function Held({ caseId }: { readonly caseId: string }) {
  const { data } = useQuery(caseObjectionsListOptions({ path: { id: caseId } }));
  if (!data || data.items.length === 0) return null;
  return (
    <Section title={caseWords.objections} said={caseWords.papersCount(data.items.length)}>
      <Objections
        items={data.items}
        answerOf={(taskId) => (
          <To to={`/tasks/${taskId}`} className="btn link">
            {caseWords.answerIt}
          </To>
        )}
      />
    </Section>
  );
}

function Course({ caseId }: { readonly caseId: string }) {
  const query = useQuery(caseHistoryTimelineOptions({ path: { id: caseId } }));
  return (
    <Section title={phoneWords.course}>
      <Answer query={query}>
        {({ items }) => (
          <Timeline
            entries={items.map((item, at) => ({
              key: String(at),
              time: momentOf(item.at).slice(5),
              tone: 'plain' as const,
              what: item.text,
              sub: item.actor?.name,
            }))}
          />
        )}
      </Answer>
    </Section>
  );
}
