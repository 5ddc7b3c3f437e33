import { words } from '../../words/words.js';

type Asked = Readonly<Record<string, string | number | undefined>>;

interface ExportLinkProps {
  readonly of: 'user-tasks' | 'cases' | 'supervision-figures' | 'watched-cases' | 'ended-cases' | 'duties';
  /** As tall as the buttons of a page's head, not of a list's. */
  readonly big?: boolean;
  /** The list's own filter, under the API's names. */
  readonly query: Asked;
  /** Nothing is seen: there is nothing to export. */
  readonly isEmpty: boolean;
}

/** What is seen, as a workbook. */
export const ExportLink = ({ of, query, isEmpty, big = false }: ExportLinkProps) =>
  !isEmpty && (
    <a
      className={big ? 'btn' : 'btn sm'}
      href={`/api/exports/${of}${askedAs(query)}`}
      target="_blank"
      rel="noreferrer"
    >
      {words.export}
    </a>
  );

export function askedAs(query: Asked): string {
  const given = Object.entries(query).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, String(value)]],
  );
  return given.length === 0 ? '' : `?${new URLSearchParams(given).toString()}`;
}
