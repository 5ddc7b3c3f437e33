export interface TimelineEntry {
  readonly key: string;
  /** As it is shown. */
  readonly time: string;
  /** A dot is something done, a triangle a reminder or return, a square lateness, an amber dot something done late, an open dot the system. */
  readonly tone: 'ok' | 'ldn' | 'warn' | 'late' | 'now' | 'sys' | 'plain';
  readonly what: React.ReactNode;
  readonly sub?: React.ReactNode;
}

export const Timeline = ({ entries }: { readonly entries: readonly TimelineEntry[] }) => (
  <ol className="tl">
    {entries.map(({ key, time, tone, what, sub }) => (
      <li key={key} className={tone === 'plain' ? undefined : tone}>
        <time>{time}</time>
        <i />
        <div>
          <div className="what">{what}</div>
          {sub && <div className="sub">{sub}</div>}
        </div>
      </li>
    ))}
  </ol>
);
