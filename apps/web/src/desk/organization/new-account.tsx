import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { accountDoorsCreate, accountDoorsListCandidatesOptions } from '../../client/api.js';
import { Labelled } from '../../kit/labelled.js';
import { accountWords } from '../../words/account.words.js';
import { CredentialsForm } from '../account/credentials-form.js';

interface NewAccountProps {
  readonly onCreated: (login: string) => void;
}

/** An account for somebody of the organization who has none. */
export function NewAccount({ onCreated }: NewAccountProps) {
  const [isOpen, open] = useState(false);
  return (
    <>
      <Button onClick={() => open(true)}>{accountWords.create}</Button>
      {isOpen && (
        <NewAccountDialog
          onClose={() => open(false)}
          onCreated={(login) => {
            open(false);
            onCreated(login);
          }}
        />
      )}
    </>
  );
}

function NewAccountDialog({ onClose, onCreated }: NewAccountProps & { readonly onClose: () => void }) {
  const client = useQueryClient();
  const [personId, choose] = useState<string>();
  return (
    <Modal open title={accountWords.create} footer={null} onCancel={onClose}>
      <CredentialsForm
        className="col g4"
        verb={accountWords.create}
        send={async (entered) => {
          const { data } = await accountDoorsCreate({
            body: { login: entered('login'), personId: personId ?? '' },
          });
          await client.invalidateQueries({ queryKey: [{ _id: 'accountDoorsListCandidates' }] });
          onCreated(data.login);
        }}
        fields={
          <>
            <Labelled title={accountWords.person}>
              <PersonField chosen={personId} onChoose={choose} />
            </Labelled>
            <Labelled title={accountWords.login}>
              <Input name="login" autoComplete="off" maxLength={100} required />
            </Labelled>
          </>
        }
      />
    </Modal>
  );
}

interface PersonFieldProps {
  readonly id?: string;
  readonly chosen: string | undefined;
  readonly onChoose: (personId: string) => void;
}

function PersonField({ id, chosen, onChoose }: PersonFieldProps) {
  const [q, search] = useState('');
  const { data } = useQuery(
    accountDoorsListCandidatesOptions({ query: q === '' ? {} : { q: q.slice(0, 100) } }),
  );
  const options = (data?.items ?? []).map(({ personId, name, unitName }) => ({
    value: personId,
    label: `${name}（${unitName}）`,
  }));
  return (
    <Select
      id={id}
      value={chosen}
      onChange={onChoose}
      options={options}
      showSearch={{ filterOption: false, onSearch: search }}
      placeholder={accountWords.findPerson}
    />
  );
}
