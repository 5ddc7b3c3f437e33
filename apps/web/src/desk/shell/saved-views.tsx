import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { inboxListOptions, inboxRemoveMutation } from '../../client/api.js';
import { inboxWords } from '../../words/inbox.words.js';
import { navWords } from '../../words/nav.words.js';
import { searchOf } from '../inbox/inbox-search.js';

/** 我的视图: filters under a name, one's own and those that the town shares; one's own can be taken away. */
export function SavedViews() {
  const client = useQueryClient();
  const { data } = useQuery(inboxListOptions());
  const remove = useMutation({
    ...inboxRemoveMutation(),
    onSuccess: () => client.invalidateQueries({ queryKey: [{ _id: 'inboxList' }] }),
  });
  if (!data || data.items.length === 0) return null;
  return (
    <div role="group" aria-label={navWords.myViews}>
      <h4 aria-hidden="true">{navWords.myViews}</h4>
      {data.items.map(({ id, name, mine, query, count }) => (
        <div key={id} className="view">
          <Link
            to="/inbox"
            search={searchOf(query)}
            activeProps={{ className: 'on' }}
            activeOptions={{ includeSearch: true }}
          >
            <span className="ell">{name}</span>
            {count !== null && <span className="cnt">{count}</span>}
          </Link>
          {mine && (
            <button
              type="button"
              className="drop"
              aria-label={inboxWords.removeView(name)}
              onClick={() => remove.mutate({ path: { id } })}
            >
              ✕
            </button>
          )}
        </div>
      ))}
    </div>
  );
}
