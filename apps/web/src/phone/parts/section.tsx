interface SectionProps {
  readonly title?: React.ReactNode;
  /** At the right of the title. */
  readonly said?: React.ReactNode;
  readonly children: React.ReactNode;
}

/** A white part of a page, parted from the next by ten pixels. */
export const Section = ({ title, said, children }: SectionProps) => (
  <section className="ph-sec">
    {title !== undefined && (
      <div className="row">
        <h2>{title}</h2>
        <span className="sp" />
        {said && <span className="t2">{said}</span>}
      </div>
    )}
    {children}
  </section>
);
