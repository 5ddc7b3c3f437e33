interface DockProps {
  /** What is missing, by name. */
  readonly said?: React.ReactNode;
  /** The second action, at the left. */
  readonly aside?: React.ReactNode;
  readonly children: React.ReactNode;
}

/** The one action of a page, always in sight and never greyed out. */
export const PhoneDock = ({ said, aside, children }: DockProps) => (
  <div className={aside ? 'ph-dock' : 'ph-dock one'}>
    {said && (
      <div className="tip" role="status">
        {said}
      </div>
    )}
    {aside}
    {children}
  </div>
);
