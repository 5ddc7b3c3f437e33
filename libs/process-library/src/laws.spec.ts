import { bodyRules } from '@wuqing/deliberation';
import type { JsonObject } from '@wuqing/kernel';
import { statutesIn } from '@wuqing/statute';
import { libraryProcesses } from './library-processes.js';

interface Cited {
  readonly where: string;
  readonly citation: string;
  readonly bar?: number;
}

const ARTICLE = /第[一二三四五六七八九十百]+条/;

const lawsOfForms = libraryProcesses().flatMap(({ forms }) =>
  forms.flatMap(({ key, schema }) =>
    Object.entries(schema['properties'] as Readonly<Record<string, JsonObject>>).flatMap(
      ([field, { 'x-law': law }]): Cited[] => {
        if (law === undefined) return [];
        const { article, bar } = law as { readonly article: string; readonly bar?: number };
        return [{ where: `${key}.${field}`, citation: article, ...(bar !== undefined && { bar }) }];
      },
    ),
  ),
);

const basesOfBars = libraryProcesses().flatMap(({ key, xml }) =>
  [...xml.matchAll(/<wq:\w+ [^>]*basis="([^"]+)"/g)]
    .map(([, basis]) => basis!)
    .filter((basis) => ARTICLE.test(basis))
    .map((citation): Cited => ({ where: key, citation })),
);

it.each(lawsOfForms)('$where opens the text of $citation', ({ citation, bar }) =>
  expect(statutesIn(citation, bar)).not.toEqual([]),
);

it('every article that a bar or a term names has its text', () => {
  expect(basesOfBars.length).toBeGreaterThan(10);
  expect(basesOfBars.filter(({ citation }) => statutesIn(citation).length === 0)).toEqual([]);
});

it('every article that a quorum in force names has its text', () => {
  const cited = bodyRules
    .filter(({ until }) => until === null)
    .flatMap(({ sources }) => sources.map(({ citation }) => citation))
    .filter((citation) => ARTICLE.test(citation));
  expect(cited.filter((citation) => statutesIn(citation).length === 0)).toEqual([]);
});

it('some forms name the law behind a field', () => expect(lawsOfForms.length).toBeGreaterThan(3));
