import { useQuery } from '@tanstack/react-query';
import { DatePicker, Input, Select } from 'antd';
import dayjs from 'dayjs';
import { caseUnitsListOptions, type LedgerKindView } from '../../client/api.js';
import { ledgerWords } from '../../words/ledger.words.js';
import { words } from '../../words/words.js';
import type { LedgerSearch } from './ledger-search.js';

interface FiltersProps {
  readonly kind: LedgerKindView;
  readonly search: LedgerSearch;
  readonly onChange: (search: LedgerSearch) => void;
}

export function LedgerFilters({ kind, search, onChange }: FiltersProps) {
  return (
    <>
      <Input.Search
        aria-label={ledgerWords.find}
        placeholder={ledgerWords.find}
        defaultValue={search.q}
        key={search.q}
        maxLength={100}
        allowClear
        onSearch={(q) => onChange({ ...search, q: q === '' ? undefined : q })}
      />
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
        <UnitSelect value={search.unitId} onChange={(unitId) => onChange({ ...search, unitId })} />
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

interface FilterProps {
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
}

/** Of one unit alone there is nothing to choose. */
function UnitSelect({ value, onChange }: FilterProps) {
  const { data } = useQuery(caseUnitsListOptions());
  const options = (data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }));
  if (options.length < 2 && value === undefined) return null;
  return (
    <Select
      aria-label={ledgerWords.everyUnit}
      placeholder={ledgerWords.everyUnit}
      allowClear={{ label: words.clear }}
      showSearch={{ optionFilterProp: 'label' }}
      value={value}
      options={options}
      style={{ minWidth: 128, maxWidth: 240 }}
      popupMatchSelectWidth={false}
      onChange={onChange}
    />
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
