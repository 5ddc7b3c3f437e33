import { useQuery } from '@tanstack/react-query';
import { smallPowersListOptions, processesListOptions, type ProcessView } from '../../client/api.js';
import { Empty } from '../../kit/empty.js';
import { Icon } from '../../kit/icon.js';
import { phoneWords } from '../../words/phone.words.js';
import { words } from '../../words/words.js';
import { Fold } from '../parts/fold.js';
import { Header } from '../parts/header.js';
import { Section } from '../parts/section.js';
import { To } from '../parts/to.js';
import { Page } from '../shell/page.js';
import { Answer } from '../shell/page-states.js';
import { noteOf } from './note-of.js';
import { PowerGroups } from './power-groups.js';

const COMMON_MAX = 6;

/** What may be started: six at hand, then each with its chart, its terms and its papers. */
export function StartPage() {
  const query = useQuery(processesListOptions());
  return (
    <Page
      hasTabs
      header={
        <Header title={phoneWords.start}>
          <To className="act" to="/find">
            <Icon name="search" />
            {phoneWords.find}
          </To>
        </Header>
      }
    >
      <Answer query={query}>
        {({ items }) =>
          items.length === 0 ? <Empty text={words.nothingToStart} /> : <Lists items={items} />
        }
      </Answer>
    </Page>
  );
}

const Lists = ({ items }: { readonly items: readonly ProcessView[] }) => (
  <>
    <Common items={items} />
    <Powers items={items} />
  </>
);

/** Of the offices' own; where there is nothing but exercises, those. */
const atHand = (items: readonly ProcessView[]): readonly ProcessView[] => {
  const own = items.filter(({ isExercise }) => !isExercise);
  return (own.length > 0 ? own : items).slice(0, COMMON_MAX);
};

const Common = ({ items }: { readonly items: readonly ProcessView[] }) => (
  <Section title={phoneWords.common}>
    <div className="grid c2 mt1">
      {atHand(items).map((process) => (
        <To key={process.key} className="btn ph-card" to={`/start/${process.key}`}>
          <b>{process.name}</b>
          <span className="t2">{noteOf(process)}</span>
        </To>
      ))}
    </div>
  </Section>
);

/** By the village's list; what no power of it names stands under a heading of its own. */
function Powers({ items }: { readonly items: readonly ProcessView[] }) {
  const query = useQuery(smallPowersListOptions());
  return (
    <section className="ph-sec bare">
      <h2>{phoneWords.byPowers}</h2>
      <Answer query={query}>
        {({ groups }) => {
          const named = new Set(groups.flatMap(({ powers }) => powers.map(({ process }) => process)));
          const others = items.filter(({ key }) => !named.has(key));
          return (
            <>
              <PowerGroups groups={groups} processes={items} />
              {others.length > 0 && (
                <Fold title={phoneWords.others} said={phoneWords.powersCount(others.length)}>
                  {others.map((process) => (
                    <div className="ph-power" key={process.key}>
                      <b>{process.name}</b>
                      <p className="t2">{noteOf(process)}</p>
                      <To className="btn pri blk mt2" to={`/start/${process.key}`}>
                        {phoneWords.startIt(process.name)}
                      </To>
                    </div>
                  ))}
                </Fold>
              )}
            </>
          );
        }}
      </Answer>
    </section>
  );
}
