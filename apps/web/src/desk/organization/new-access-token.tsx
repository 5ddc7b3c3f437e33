import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, Input, Modal, Select, Typography } from 'antd';
import { useState } from 'react';
import {
  accessTokensCreate,
  caseUnitsListOptions,
  type CreateAccessTokenDto,
  type NewAccessTokenView,
} from '../../client/api.js';
import { confirmed } from '../../client/confirmation.js';
import { Labelled } from '../../kit/labelled.js';
import { scopeWords, tokenWords } from '../../words/access-token.words.js';
import { CredentialsForm } from '../account/credentials-form.js';

type Scopes = CreateAccessTokenDto['scopes'];

/** A token for another system: whoever makes it says who he is, and sees it once. */
export function NewAccessToken() {
  const [isOpen, open] = useState(false);
  const [made, setMade] = useState<NewAccessTokenView>();
  const close = () => {
    open(false);
    setMade(undefined);
  };
  return (
    <>
      <Button onClick={() => open(true)}>{tokenWords.create}</Button>
      {isOpen && (
        <Modal open title={tokenWords.create} footer={null} onCancel={close} mask={{ closable: false }}>
          {made ? <ShownOnce made={made} onDone={close} /> : <TokenForm onMade={setMade} />}
        </Modal>
      )}
    </>
  );
}

function TokenForm({ onMade }: { readonly onMade: (made: NewAccessTokenView) => void }) {
  const client = useQueryClient();
  const [unitId, chooseUnit] = useState<string>();
  const [scopes, chooseScopes] = useState<Scopes>([]);
  return (
    <CredentialsForm
      className="col g4"
      verb={tokenWords.create}
      send={async (entered) => {
        const body = {
          name: entered('name'),
          unitId: unitId ?? '',
          scopes,
          validDays: Number(entered('days')),
        };
        const { data } = await confirmed(() => accessTokensCreate({ body }));
        await client.invalidateQueries({ queryKey: [{ _id: 'accessTokensList' }] });
        onMade(data);
      }}
      fields={
        <>
          <Labelled title={tokenWords.name}>
            <Input name="name" autoComplete="off" maxLength={100} required />
          </Labelled>
          <Labelled title={tokenWords.unit} note={tokenWords.unitHint}>
            <UnitField chosen={unitId} onChoose={chooseUnit} />
          </Labelled>
          <fieldset>
            <legend>{tokenWords.scopes}</legend>
            <Checkbox.Group
              className="col g1"
              options={Object.entries(scopeWords).map(([value, label]) => ({ value, label }))}
              value={scopes}
              onChange={(chosen) => chooseScopes(chosen as Scopes)}
            />
          </fieldset>
          <Labelled title={tokenWords.days}>
            <Input name="days" type="number" min={1} max={365} defaultValue={180} required />
          </Labelled>
        </>
      }
    />
  );
}

interface UnitFieldProps {
  readonly id?: string;
  readonly chosen: string | undefined;
  readonly onChoose: (unitId: string) => void;
}

function UnitField({ id, chosen, onChoose }: UnitFieldProps) {
  const { data } = useQuery(caseUnitsListOptions());
  const options = (data?.items ?? []).map(({ id: value, name }) => ({ value, label: name }));
  return (
    <Select
      id={id}
      value={chosen}
      onChange={onChoose}
      options={options}
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={tokenWords.findUnit}
    />
  );
}

const ShownOnce = ({ made, onDone }: { readonly made: NewAccessTokenView; readonly onDone: () => void }) => (
  <div role="status" className="col g4">
    <p>{tokenWords.shownOnce}</p>
    <Typography.Text copyable code>
      {made.token}
    </Typography.Text>
    <Button onClick={onDone}>{tokenWords.done}</Button>
  </div>
);
