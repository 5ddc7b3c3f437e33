import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { migrationsVersionsOptions } from '../../client/api.js';
import { Empty } from '../../kit/empty.js';
import { batch } from '../../words/migration.words.js';
import { navWords } from '../../words/nav.words.js';
import { Answer } from '../states/page-states.js';
import { BatchForm } from './migrations/batch-form.js';
import { BatchOutcome, type Batch } from './migrations/batch-outcome.js';

/** 批量迁移: the cases of one version go on by another, for the administrator. */
export function MigrationsPage() {
  const query = useQuery(migrationsVersionsOptions());
  const [sent, setSent] = useState<readonly Batch[]>([]);
  const last = sent.at(-1);
  return (
    <main className="main">
      <h1 className="title">{navWords.migrations}</h1>
      <div className="col g4">
        {last && <BatchOutcome sent={last} key={sent.length} />}
        <section className="card">
          <div className="bd">
            <Answer query={query}>
              {({ items }) =>
                items.length === 0 ? (
                  <Empty
                    text={batch.none}
                    action={
                      <Link to="/cases" search={{ status: 'running' }} className="btn">
                        {batch.toRunning}
                      </Link>
                    }
                  />
                ) : (
                  <>
                    <p className="t2">{batch.lead}</p>
                    <BatchForm
                      processes={items}
                      key={`batch ${sent.length}`}
                      onSent={(one) => setSent([...sent, one])}
                    />
                  </>
                )
              }
            </Answer>
          </div>
        </section>
      </div>
    </main>
  );
}
