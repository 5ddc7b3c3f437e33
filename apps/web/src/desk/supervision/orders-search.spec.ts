import { ordersSearch } from './orders-search.js';

const UNIT = '01990000-0000-7000-8000-000000000001';

it.each([
  [{}, {}],
  [
    { all: true, unitId: UNIT },
    { all: true, unitId: UNIT },
  ],
  [{ all: 'true', unitId: 'x', more: 1 }, {}],
  [{ unitId: `${UNIT}'` }, {}],
])('reads %j as %j', (given, search) => expect(ordersSearch(given)).toEqual(search));
