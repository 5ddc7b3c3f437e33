const views = ['todo', 'claimable', 'claimed', 'done'] as const;
const tones = ['none', 'ok', 'warn', 'late', 'paused'] as const;
export type ListView = (typeof views)[number];
export type Tone = (typeof tones)[number];

/** What of the list stands in the address, under the API's own names: a link, or a saved view, shows what its sender saw. */
export interface InboxSearch {
  readonly view?: ListView;
  readonly tone?: Tone;
  readonly dueBy?: string;
  readonly unitId?: string;
  readonly processKey?: string;
  readonly elementId?: string;
  readonly q?: string;
  /** The task whose preview is open. */
  readonly task?: string;
  /** Picked rows. */
  readonly picked?: readonly string[];
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const DAY = /^\d{4}-\d\d-\d\d$/;
const PICKED_MAX = 200;
const TEXT_MAX = 100;

type Given = Readonly<Record<string, unknown>>;

/** Whatever is no filter is left out: a mistyped address still shows the list. */
export function inboxSearch(given: Given): InboxSearch {
  const view = views.find((one) => one === given['view'] && one !== 'todo');
  const tone = tones.find((one) => one === given['tone']);
  const picked = pickedOf(given['picked']);
  return {
    ...(view && { view }),
    ...(tone && { tone }),
    ...text(given, 'dueBy', DAY),
    ...text(given, 'unitId', UUID),
    ...text(given, 'processKey'),
    ...text(given, 'elementId'),
    ...text(given, 'q'),
    ...text(given, 'task', UUID),
    ...(picked.length > 0 && { picked }),
  };
}

const text = (given: Given, key: string, shape = /\S/): Record<string, string> => {
  const value = typeof given[key] === 'number' ? String(given[key]) : given[key];
  return typeof value === 'string' && shape.test(value) ? { [key]: value.slice(0, TEXT_MAX) } : {};
};

const pickedOf = (given: unknown): string[] =>
  Array.isArray(given)
    ? [...new Set(given.filter((one): one is string => typeof one === 'string' && UUID.test(one)))].slice(
        0,
        PICKED_MAX,
      )
    : [];

/** What is asked of the API: all but what is only of this window. */
export const filterOf = ({
  task: _task,
  picked: _picked,
  ...filter
}: InboxSearch): Omit<InboxSearch, 'task' | 'picked'> => filter;

export const isFiltered = ({ view: _view, ...rest }: InboxSearch): boolean =>
  Object.keys(filterOf(rest)).length > 0;

/** The filter as a saved view keeps it: what stands behind the 「?」 of the list's address. */
export const queryOf = (search: InboxSearch): string =>
  new URLSearchParams(
    Object.entries(filterOf(search)).map(([key, value]) => [key, String(value)]),
  ).toString();

/** The other way round; what is no filter any more is left out. */
export const searchOf = (query: string): InboxSearch =>
  inboxSearch(Object.fromEntries(new URLSearchParams(query)));
