/** One sentence and one action. */
export const Empty = ({ text, action }: { readonly text: string; readonly action?: React.ReactNode }) => (
  <div className="emp">
    <span>{text}</span>
    {action}
  </div>
);
