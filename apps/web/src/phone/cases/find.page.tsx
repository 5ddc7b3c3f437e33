import { useQuery } from '@tanstack/react-query';
import { casesListOptions } from '../../client/api.js';
import { phoneWords } from '../../words/phone.words.js';
import { statusWords } from '../../words/words.js';
import { Empty } from '../../kit/empty.js';
import { Header } from '../parts/header.js';
import { Row } from '../parts/row.js';
import { useAsked, useGo } from '../parts/to.js';
import { Page } from '../shell/page.js';
import { Answer } from '../shell/page-states.js';

const MOST = 50;

/** Cases by what people call them. */
export function FindPage() {
  const { q } = useAsked<{ readonly q?: string }>();
  const go = useGo();
  const find = (event: React.FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const text = String(new FormData(event.currentTarget).get('q') ?? '').trim();
    go('/find', { replace: true, search: text === '' ? {} : { q: text } });
  };
  return (
    <Page hasTabs header={<Header title={phoneWords.find} back="/inbox" />}>
      <form className="ph-sec row" role="search" onSubmit={find}>
        <input
          className="inp"
          name="q"
          type="search"
          enterKeyHint="search"
          maxLength={100}
          defaultValue={q}
          aria-label={phoneWords.find}
          placeholder={phoneWords.search}
        />
        <button type="submit" className="btn pri">
          {phoneWords.findIt}
        </button>
      </form>
      {q !== undefined && <Found q={q} key={q} />}
    </Page>
  );
}

function Found({ q }: { readonly q: string }) {
  const query = useQuery(casesListOptions({ query: { q, limit: MOST } }));
  return (
    <Answer query={query}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty text={phoneWords.notFound} />
        ) : (
          items.map(({ id, title, unitName, number, status }) => (
            <Row
              key={id}
              to={`/cases/${id}`}
              clock={null}
              title={title}
              facts={[unitName, number, statusWords[status]]}
            />
          ))
        )
      }
    </Answer>
  );
}
