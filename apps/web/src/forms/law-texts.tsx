import { lazy, Suspense } from 'react';
import { formWords } from '../words/form.words.js';
import { stateWords } from '../words/state.words.js';
import type { FieldLaw } from './form-model.js';

/** The table of texts comes when somebody opens one. */
const StatuteTexts = lazy(async () => ({ default: (await import('./statute-texts.js')).StatuteTexts }));

/** The texts of the articles behind a field or a bar, for either kit to open beside it. */
export const LawTexts = ({ laws }: { readonly laws: readonly FieldLaw[] }) => (
  <div className="law">
    {laws.flatMap(({ text }) => (text === undefined ? [] : [<p key={text}>{text}</p>]))}
    <Suspense fallback={<p>{stateWords.loading}</p>}>
      <StatuteTexts laws={laws} />
    </Suspense>
    {laws.flatMap(({ bar }) =>
      bar === undefined
        ? []
        : [
            <p className="s t3" key={bar}>
              {formWords.lawBar(bar)}
            </p>,
          ],
    )}
  </div>
);

/** What of the bars' bases names an article that can be opened. */
export const lawsIn = (bars: readonly { readonly basis: string | null }[]): FieldLaw[] =>
  [...new Set(bars.flatMap(({ basis }) => (basis !== null && /第.+条/.test(basis) ? [basis] : [])))].map(
    (article) => ({ article }),
  );
