import type { JsonObject } from '@wuqing/kernel';
import type { EarlierPaperView } from '../client/api.js';
import { amountInWords } from '@wuqing/forms';
import { yuanOf } from '../kit/money.js';

export interface Amount {
  /** 「62,400.00 元」. */
  readonly yuan: string;
  /** 「陆万贰仟肆佰元整」. */
  readonly inWords: string;
}

/** The last amount that a form said in a field of its own. */
export function amountIn(papers: readonly Pick<EarlierPaperView, 'fields'>[]): Amount | undefined {
  const amounts = papers
    .flatMap(({ fields }) => fields)
    .filter(({ schema }) => (schema as JsonObject)['x-money'] === true)
    .flatMap(({ value }) => (typeof value === 'number' ? [value] : []));
  const fen = amounts.at(-1);
  return fen === undefined ? undefined : { yuan: `${yuanOf(fen)} 元`, inWords: amountInWords(fen) };
}
