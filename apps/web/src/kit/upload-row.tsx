interface UploadRowProps {
  /** 「PDF」, 「图」. */
  readonly kind: string;
  readonly name: string;
  /** 0 to 1 while it travels. */
  readonly share?: number;
  /** Size and time, the state in words, or why it did not arrive. */
  readonly said: string;
  readonly isFailed?: boolean;
  readonly action?: React.ReactNode;
}

/** A file on its way or arrived; how it travels is the caller's. */
export const UploadRow = ({ kind, name, share, said, isFailed = false, action }: UploadRowProps) => (
  <div className="up">
    <span className="ext">{kind}</span>
    <div className="ell">
      <div className="ell">{name}</div>
      {share !== undefined && <progress className="bar" value={share} max={1} aria-label={name} />}
    </div>
    <div className="row g1">
      <span className={isFailed ? 's red' : 's t2'}>{said}</span>
      {action}
    </div>
  </div>
);
