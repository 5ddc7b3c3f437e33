import { statutesIn } from '@wuqing/statute';
import { formWords } from '../words/form.words.js';
import type { FieldLaw } from './form-model.js';

interface TextsProps {
  readonly laws: readonly FieldLaw[];
}

/** What is cited, article by article, each once; a text that is no literal quotation says so. */
export function StatuteTexts({ laws }: TextsProps) {
  const found = [...new Set(laws.flatMap(({ article, bar }) => statutesIn(article, bar)))];
  if (found.length === 0) return <p>{formWords.lawUnknown}</p>;
  return found.map(({ law, article, paragraphs, source, from, isLiteral }) => (
    <section className="law-a" key={law + article}>
      <b>
        {law}
        {article}
      </b>
      {!isLiteral && <span className="unconf">{formWords.lawUnchecked}</span>}
      {paragraphs.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      <p className="s t3">{formWords.lawSource(source, from)}</p>
    </section>
  ));
}
