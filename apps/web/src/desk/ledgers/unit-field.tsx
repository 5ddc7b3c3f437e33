import { Select } from 'antd';
import type { LedgerKindView } from '../../client/api.js';
import { Labelled } from '../../kit/labelled.js';
import { ledgerWords } from '../../words/ledger.words.js';

interface UnitProps {
  readonly units: LedgerKindView['writableUnits'];
  readonly value: string;
  readonly onChange: (unitId: string) => void;
}

/** Of which unit a row is; of one alone there is nothing to choose. */
export const UnitField = ({ units, value, onChange }: UnitProps) =>
  units.length > 1 && (
    <section className="card sec">
      <div className="bd">
        <Labelled title={ledgerWords.unit}>
          <Select
            value={value}
            showSearch={{ optionFilterProp: 'label' }}
            options={units.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={onChange}
          />
        </Labelled>
      </div>
    </section>
  );
