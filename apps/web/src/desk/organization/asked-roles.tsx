import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import {
  secondFactorRolesReadOptions,
  secondFactorRolesSet,
  type SecondFactorRolesView,
} from '../../client/api.js';
import { confirmed } from '../../client/confirmation.js';
import { Note } from '../../kit/note.js';
import { accountWords, roleWords } from '../../words/account.words.js';
import { Failure } from '../states/failure.js';
import { Answer } from '../states/page-states.js';

type Roles = SecondFactorRolesView['roles'];

const options = Object.entries(roleWords).map(([value, label]) => ({ value, label }));

/** Of whom the town asks for a second factor. */
export function AskedRoles() {
  const query = useQuery(secondFactorRolesReadOptions());
  return (
    <section className="card mt3">
      <div className="hd">
        <h2>{accountWords.asked}</h2>
        <span className="t2">{accountWords.askedHint}</span>
      </div>
      <div className="bd">
        <Answer query={query}>{({ roles }) => <RolesForm asked={roles} />}</Answer>
      </div>
    </section>
  );
}

function RolesForm({ asked }: { readonly asked: Roles }) {
  const client = useQueryClient();
  const [roles, setRoles] = useState<Roles>(asked);
  const [isSaved, setSaved] = useState(false);
  const [error, setError] = useState<unknown>();
  const save = async () => {
    setError(undefined);
    try {
      await confirmed(() => secondFactorRolesSet({ body: { roles } }));
      setSaved(true);
      await client.invalidateQueries({ queryKey: secondFactorRolesReadOptions().queryKey });
    } catch (problem) {
      setError(problem);
    }
  };
  return (
    <div className="col g4">
      <Failure error={error} />
      {isSaved && (
        <Note tone="ok" role="status">
          {accountWords.saved}
        </Note>
      )}
      <Checkbox.Group options={options} value={roles} onChange={(chosen) => setRoles(chosen as Roles)} />
      <div className="row">
        <Button onClick={() => void save()}>{accountWords.save}</Button>
      </div>
    </div>
  );
}
