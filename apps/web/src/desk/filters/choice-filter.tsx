import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { caseUnitsListOptions } from '../../client/api.js';
import { words } from '../../words/words.js';

export interface FilterProps {
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
}

interface ChoiceProps extends FilterProps {
  readonly title: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

/** One of several; of one alone there is nothing to choose, but what the address names is still there to be cleared. */
export function ChoiceFilter({ title, options, value, onChange }: ChoiceProps) {
  if (options.length < 2 && value === undefined) return null;
  return (
    <Select
      aria-label={title}
      placeholder={title}
      allowClear={{ label: words.clear }}
      showSearch={{ optionFilterProp: 'label' }}
      value={value}
      options={[...options]}
      style={{ minWidth: 128, maxWidth: 240 }}
      popupMatchSelectWidth={false}
      onChange={onChange}
    />
  );
}

/** Of the units whose cases the reader sees. */
export function UnitFilter(props: FilterProps) {
  const { data } = useQuery(caseUnitsListOptions());
  const options = (data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }));
  return <ChoiceFilter title={words.everyUnit} options={options} {...props} />;
}
