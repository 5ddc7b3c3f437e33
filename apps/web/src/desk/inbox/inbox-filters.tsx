import { Dropdown, type MenuProps } from 'antd';
import type { InboxCountsView, InboxRowView } from '../../client/api.js';
import { inboxWords } from '../../words/inbox.words.js';
import { choicesOf, type FilterKey } from './filter-choices.js';
import type { InboxSearch } from './inbox-search.js';

interface FiltersProps {
  readonly search: InboxSearch;
  readonly counts: InboxCountsView | undefined;
  readonly rows: readonly InboxRowView[];
  readonly onChange: (search: InboxSearch) => void;
}

const FILTERS: readonly (readonly [name: FilterKey, title: string])[] = [
  ['unitId', inboxWords.village],
  ['processKey', inboxWords.process],
  ['elementId', inboxWords.step],
];

/** One of a filter's choices, as a menu names it; the empty value takes the filter away. */
const keyOf = (name: FilterKey, value: string): string => `${name}=${value}`;

/** A menu a filter; where the list is narrow all three stand under one. */
export function InboxFilters({ search, counts, rows, onChange }: FiltersProps) {
  const filters = FILTERS.map(([name, title]) => offered({ name, title, search, counts, rows })).filter(
    ({ items, chosen }) => items.length > 1 || chosen !== undefined,
  );
  if (filters.length === 0) return null;
  const selectedKeys = filters.map(({ name, chosen }) => keyOf(name, chosen ?? ''));
  const menu = (items: MenuProps['items']): MenuProps => ({
    items,
    selectable: true,
    selectedKeys,
    className: 'ib-menu',
    onClick: ({ key }) => {
      const [name, value] = key.split(/=(.*)/s) as [FilterKey, string];
      onChange({ ...search, [name]: value || undefined });
    },
  });
  return (
    <>
      {filters.map(({ name, title, chosen, shown, items }) => (
        <Chip key={name} look="w" isOn={chosen !== undefined} menu={menu(items)}>
          {shown === undefined ? title : `${title} ${shown}`}
        </Chip>
      ))}
      <Chip
        look="n"
        isOn={filters.some(({ chosen }) => chosen !== undefined)}
        menu={menu(
          filters.map(({ name, title, items }) => ({
            key: name,
            label: title,
            children: items,
            popupClassName: 'ib-menu',
          })),
        )}
      >
        {filters.flatMap(({ shown }) => shown ?? []).join('、') || inboxWords.filter}
      </Chip>
    </>
  );
}

function offered({
  name,
  title,
  search,
  counts,
  rows,
}: Omit<FiltersProps, 'onChange'> & { readonly name: FilterKey; readonly title: string }) {
  const choices = choicesOf(name, rows, counts);
  const chosen = search[name];
  const shown = choices.find(({ value }) => value === chosen)?.label ?? chosen;
  const items = [
    { key: keyOf(name, ''), label: inboxWords.all },
    ...choices.map(({ value, label, count }) => ({
      key: keyOf(name, value),
      label: count === undefined ? label : `${label} ${count}`,
    })),
  ];
  return { name, title, chosen, shown, items };
}

interface ChipProps {
  /** `w` where there is room for all, `n` where there is not. */
  readonly look: 'w' | 'n';
  readonly isOn: boolean;
  readonly menu: MenuProps;
  readonly children: React.ReactNode;
}

const Chip = ({ look, isOn, menu, children }: ChipProps) => (
  <Dropdown trigger={['click']} menu={menu}>
    <button type="button" className={`fchip dd ${look}${isOn ? ' on' : ''}`}>
      <span className="ell">{children}</span>
    </button>
  </Dropdown>
);
