import type { FormDefinition } from '@wuqing/forms';
import { useQuery } from '@tanstack/react-query';
import { Fragment } from 'react';
import { processesReadOptions, type ProcessDetailView, type ProcessView } from '../../client/api.js';
import { groupsOf } from '../../forms/form-model.js';
import { Unconfirmed } from '../../kit/marks.js';
import { startWords } from '../../words/start.words.js';

/** What comes of a start: what its first step asks for, and the steps that follow. */
export const StartAside = ({ process }: { readonly process: ProcessView }) => (
  <aside className="col g4">
    {process.firstForm && <FirstForm form={process.firstForm as unknown as FormDefinition} />}
    <Steps process={process} />
  </aside>
);

/** Papers and photos first: they are what somebody has to have at hand. */
const AT_HAND: readonly string[] = ['file', 'photo', 'signature'];

function FirstForm({ form }: { readonly form: FormDefinition }) {
  const fields = groupsOf({ form, rights: {} }, {})
    .flatMap((group) => group.fields)
    .filter(({ kind }) => kind !== 'section');
  const parts = [
    [startWords.papers, fields.filter(({ kind }) => AT_HAND.includes(kind))],
    [startWords.fields, fields.filter(({ kind }) => !AT_HAND.includes(kind))],
  ] as const;
  return (
    <section className="card">
      <div className="hd">
        <h2>{startWords.firstStep}</h2>
        <span className="t3">{form.title}</span>
      </div>
      <dl className="bd kv">
        {parts.map(
          ([title, asked]) =>
            asked.length > 0 && (
              <Fragment key={title}>
                <dt>{title}</dt>
                <dd>
                  {asked.map(({ key, title: name, isRequired }) => (
                    <div key={key}>
                      {name}
                      {isRequired && <span className="req"> {startWords.needed}</span>}
                    </div>
                  ))}
                </dd>
              </Fragment>
            ),
        )}
      </dl>
    </section>
  );
}

/** The steps as people count them; a long procedure without numbers shows its beginning, and the rest opens. */
const STEPS_SHOWN = 12;

function Steps({ process: { key, version } }: { readonly process: ProcessView }) {
  const { data } = useQuery(processesReadOptions({ path: { key } }));
  if (!data || data.stages.length === 0) return null;
  const { stages, unconfirmed } = data;
  return (
    <section className="card">
      <div className="hd">
        <h2>{startWords.steps}</h2>
        <span className="t3">{startWords.version(version)}</span>
      </div>
      <div className="bd">
        <StageList stages={stages.slice(0, STEPS_SHOWN)} />
        {stages.length > STEPS_SHOWN && (
          <details>
            <summary>{startWords.rest(stages.length - STEPS_SHOWN)}</summary>
            <StageList stages={stages.slice(STEPS_SHOWN)} />
          </details>
        )}
      </div>
      {unconfirmed.length > 0 && (
        <ul className="ft s t2">
          {unconfirmed.map((text) => (
            <li key={text}>
              {text}
              <Unconfirmed />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

const StageList = ({ stages }: Pick<ProcessDetailView, 'stages'>) => (
  <ol className="stl">
    {stages.map(({ key, name }) => (
      <li key={key}>{name}</li>
    ))}
  </ol>
);
