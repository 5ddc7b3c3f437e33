import { Input } from 'antd';

interface SearchProps {
  readonly title: string;
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
}

/** Words that a list is searched for; nothing where they are taken away. */
export const SearchFilter = ({ title, value, onChange }: SearchProps) => (
  <Input.Search
    aria-label={title}
    placeholder={title}
    defaultValue={value}
    key={value}
    maxLength={100}
    allowClear
    onSearch={(q) => onChange(q === '' ? undefined : q)}
  />
);
