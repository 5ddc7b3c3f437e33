/** Facts in one line, parted by hairlines; what is empty is left out. */
export function MetaLine({ facts }: { readonly facts: readonly React.ReactNode[] }) {
  return (
    <span className="meta">
      {facts
        .filter((fact) => fact !== null && fact !== undefined && fact !== '' && fact !== false)
        .map((fact, index) => (
          <span key={index}>{fact}</span>
        ))}
    </span>
  );
}
