import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { get } from '../shared/api.js';
import type { ProcessVersions } from '../shared/contract.js';
import { ProblemNotice } from '../shared/problem-notice.js';
import { words } from '../shared/words.js';
import { BatchForm } from './migrations/batch-form.js';
import { BatchOutcome, type Batch } from './migrations/batch-outcome.js';
import { batch } from './migrations/migration-words.js';

/** 批量迁移: the cases of one version go on by another, for the administrator. */
export function MigrationsPage() {
  const { data, error } = useQuery({
    queryKey: ['migrations', 'versions'],
    queryFn: () => get<{ items: ProcessVersions[] }>('/migrations/versions'),
  });
  const [sent, setSent] = useState<readonly Batch[]>([]);
  const last = sent.at(-1);
  return (
    <main>
      <h1>{words.migrations}</h1>
      <ProblemNotice error={error} />
      {last && <BatchOutcome sent={last} key={sent.length} />}
      {data && (
        <section className="card">
          <p className="muted">{data.items.length > 0 ? batch.lead : batch.none}</p>
          {data.items.length > 0 && (
            <BatchForm
              processes={data.items}
              key={`batch ${sent.length}`}
              onSent={(one) => setSent([...sent, one])}
            />
          )}
        </section>
      )}
    </main>
  );
}
