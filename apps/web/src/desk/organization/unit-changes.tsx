import { useInfiniteQuery } from '@tanstack/react-query';
import { organizationListChangesInfiniteOptions } from '../../client/api.js';
import { nextPage } from '../../client/next-page.js';
import { Empty } from '../../kit/empty.js';
import { MetaLine } from '../../kit/meta-line.js';
import { shownMoment } from '../../kit/moment.js';
import { organizationWords } from '../../words/organization.words.js';
import { MoreRows } from '../states/more-rows.js';
import { Answer } from '../states/page-states.js';

/** What was changed of the unit's people, by whom and why. */
export function UnitChanges({ unitId }: { readonly unitId: string }) {
  const query = useInfiniteQuery({
    ...organizationListChangesInfiniteOptions({ path: { id: unitId }, query: {} }),
    ...nextPage,
    initialPageParam: { path: { id: unitId } },
  });
  return (
    <>
      <Answer query={query}>
        {({ pages }) => {
          const changes = pages.flatMap(({ items }) => items);
          if (changes.length === 0) return <Empty text={organizationWords.noChanges} />;
          return (
            <ul>
              {changes.map(({ id, at, actorName, sentence, reason }) => (
                <li key={id} className="line">
                  <span className="due">{shownMoment(at, new Date())}</span>
                  <div>
                    {sentence}
                    <div className="s">
                      <MetaLine facts={[actorName, reason]} />
                    </div>
                  </div>
                </li>
              ))}
            </ul>
          );
        }}
      </Answer>
      <MoreRows query={query} />
    </>
  );
}
