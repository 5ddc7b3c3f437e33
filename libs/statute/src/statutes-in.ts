import type { Statute } from './statute.js';
import { statutes } from './statutes.js';

const LAWS = [...new Set(statutes.map(({ law }) => law))];
const ARTICLE = '第[一二三四五六七八九十百]+条';
/** A law, the year of its text, and the articles that follow. */
const CITED = new RegExp(
  `(${LAWS.join('|')})(?:（(\\d{4})）)?((?:[、和]?${ARTICLE}(?:第（[^）]+）项)?)*)`,
  'g',
);

/**
 * The articles that a citation names, each once and in its order: 「村民委员会组织法第二十五条；山东省实施办法第十七条」. A law that is cited
 * without an article stands for the articles behind `bar`. An older text (「村民委员会组织法（2018）…」) and an article that is
 * not in the table are left out.
 */
export function statutesIn(citation: string, bar?: number): Statute[] {
  const found = [...citation.matchAll(CITED)].flatMap(([, law, edition, articles = '']) => {
    const named = articles.match(new RegExp(ARTICLE, 'g'));
    return statutes.filter(
      (one) =>
        one.law === law &&
        (edition === undefined || one.edition === edition) &&
        (named ? named.includes(one.article) : bar !== undefined && one.bars?.includes(bar) === true),
    );
  });
  return [...new Set(found)];
}
