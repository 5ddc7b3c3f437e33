import { inboxWords } from '../../words/inbox.words.js';

/** The keys of the list, where they are needed; `?` shows all of them. */
export const KeyHints = () => (
  <div className="hint">
    {inboxWords.hints.map(([keys, deed]) => (
      <span key={deed}>
        {keys.map((key) => (
          <kbd key={key}>{key}</kbd>
        ))}
        {deed}
      </span>
    ))}
  </div>
);
