import { officialNumber } from '@wuqing/kernel';
import {
  insertSupervisionOrder,
  nextNumber,
  townName,
  type NewSupervisionOrder,
  type Work,
} from '@wuqing/persistence';
import { dayOf } from '../../platform/clock.js';

/** In `number_series`. */
const ORDER_SERIES = 'supervision-order';
const ORDER_SIGN = '督';

interface OrderFacts {
  readonly caseId: string;
  readonly unitId: string;
  readonly firstCaseId?: string;
  readonly clockId?: string | null;
  readonly startedBy: string;
  /** Epoch ms, in the case's own time. */
  readonly startedAt: number;
}

/** Gives the case of an order, which was just inserted, the next number of its year, and answers the order. */
export async function numberOrder(work: Work, facts: OrderFacts): Promise<NewSupervisionOrder> {
  const { firstCaseId = null, clockId = null, startedBy, startedAt, caseId, unitId } = facts;
  const year = Number(dayOf(startedAt).slice(0, 4));
  const n = await nextNumber(work, ORDER_SERIES, year);
  const number = officialNumber(await townName(work), ORDER_SIGN, year, n);
  const issued = { issuedBy: startedBy, issuedAt: startedAt };
  const order = { caseId, unitId, firstCaseId, clockId, number, ...issued };
  await insertSupervisionOrder(work, order);
  return order;
}
