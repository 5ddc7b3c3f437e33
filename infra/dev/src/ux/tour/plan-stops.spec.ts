import { planStops, type Planned } from './plan-stops.js';

const plan = (over: Partial<Planned>) =>
  planStops({ surface: 'desk', routes: [], places: {}, visitors: {}, anybody: 'admin', ...over }).map(
    ({ name, login, path }) => [name, login, path],
  );

describe('the stops of a surface', () => {
  it('take a new page in by themselves', () =>
    expect(plan({ routes: ['/', '/index'] })).toEqual([
      ['home', 'admin', '/app/'],
      ['index', 'admin', '/app/index'],
    ]));

  it('fill the place of a route with all that is known of it', () =>
    expect(
      plan({
        surface: 'public',
        routes: ['/notices/:id/poster'],
        places: { '/notices/:id/poster': [{ name: 'result', value: '7', login: null }] },
      }),
    ).toEqual([['notices-poster-result', null, '/notices/7/poster']]));

  it('fill two places with what stands from the first to the last', () =>
    expect(
      plan({
        routes: ['/print/cases/$caseId/$paper'],
        places: { '/print/cases/$caseId/$paper': [{ name: 'first', value: '7/0', login: 'a' }] },
      }),
    ).toEqual([['print-cases-first', 'a', '/app/print/cases/7/0']]));

  it('say which route nobody knows to open', () =>
    expect(() => plan({ routes: ['/orders/$caseId'] })).toThrow('/orders/$caseId'));

  it('show a page to several, and its other lists to the first', () =>
    expect(
      plan({
        surface: 'phone',
        routes: ['/inbox'],
        visitors: { '/inbox': ['a', 'b'] },
        views: { '/inbox': [['done', '?view=done']] },
      }),
    ).toEqual([
      ['inbox', 'a', '/m/inbox'],
      ['inbox-done', 'a', '/m/inbox?view=done'],
      ['inbox-b', 'b', '/m/inbox'],
    ]));
});
