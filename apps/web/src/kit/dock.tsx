interface DockProps {
  /** What is missing, or where the draft lies. */
  readonly said?: React.ReactNode;
  readonly children: React.ReactNode;
}

/** The actions of a form at the lower edge, always in sight. */
export const Dock = ({ said, children }: DockProps) => (
  <div className="dock">
    <div className="sp t2">{said}</div>
    {children}
  </div>
);
