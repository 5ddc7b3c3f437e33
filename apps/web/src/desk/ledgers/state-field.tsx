import { Select } from 'antd';
import type { LedgerKindView } from '../../client/api.js';
import { Labelled } from '../../kit/labelled.js';
import { ledgerWords } from '../../words/ledger.words.js';

interface StateProps {
  readonly states: LedgerKindView['states'];
  readonly value: string | undefined;
  readonly onChange: (state: string | undefined) => void;
}

/** Which state it goes to; of one alone there is nothing to choose. */
export const StateField = ({ states, value, onChange }: StateProps) =>
  states.length > 1 && (
    <Labelled title={ledgerWords.newState}>
      <Select
        allowClear={{ label: ledgerWords.sameState }}
        placeholder={ledgerWords.sameState}
        value={value}
        options={states.map(({ key, title }) => ({ value: key, label: title }))}
        onChange={onChange}
      />
    </Labelled>
  );
