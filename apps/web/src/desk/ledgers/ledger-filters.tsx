import { DatePicker, Select } from 'antd';
import dayjs from 'dayjs';
import type { LedgerKindView } from '../../client/api.js';
import { ledgerWords } from '../../words/ledger.words.js';
import { words } from '../../words/words.js';
import { UnitFilter, type FilterProps } from '../filters/choice-filter.js';
import { SearchFilter } from '../filters/search-filter.js';
import type { LedgerSearch } from './ledger-search.js';

interface FiltersProps {
  readonly kind: LedgerKindView;
  readonly search: LedgerSearch;
  readonly onChange: (search: LedgerSearch) => void;
}

export function LedgerFilters({ kind, search, onChange }: FiltersProps) {
  return (
    <>
      <SearchFilter title={ledgerWords.find} value={search.q} onChange={(q) => onChange({ ...search, q })} />
      <Select
        aria-label={ledgerWords.state}
        placeholder={ledgerWords.state}
        allowClear={{ label: words.clear }}
        value={search.state}
        style={{ minWidth: 128 }}
        options={kind.states.map(({ key, title }) => ({ value: key, label: title }))}
        onChange={(state) => onChange({ ...search, state })}
      />
      {kind.unitKind === 'village' && (
        <UnitFilter value={search.unitId} onChange={(unitId) => onChange({ ...search, unitId })} />
      )}
      <DayPicker
        title={ledgerWords.inForceOn}
        value={search.inForceOn}
        onChange={(inForceOn) => onChange({ ...search, inForceOn })}
      />
      <DayPicker
        title={ledgerWords.asOf}
        value={search.asOf}
        onChange={(asOf) => onChange({ ...search, asOf })}
      />
    </>
  );
}

const DayPicker = ({ title, value, onChange }: FilterProps & { readonly title: string }) => (
  <DatePicker
    aria-label={title}
    placeholder={title}
    value={value === undefined ? null : dayjs(value)}
    style={{ width: 168 }}
    onChange={(day) => onChange(day ? day.format('YYYY-MM-DD') : undefined)}
  />
);
