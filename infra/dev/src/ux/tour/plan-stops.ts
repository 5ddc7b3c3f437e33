import { BASES, type Place, type Stop, type Surface } from './stop.js';

/** `$taskId` of the desk and the phone, `:id` of the API. */
const PLACE = /[$:]\w+/;
/** From the first of them to the last: `$caseId/$paper`. */
const PLACES = /[$:]\w+(?:.*[$:]\w+)?/;

export interface Planned {
  readonly surface: Surface;
  readonly routes: readonly string[];
  /** What stands in the place of a route that has one, by route. */
  readonly places: Readonly<Record<string, readonly Place[]>>;
  /** Who opens a route that has no place, by route; absent: `anybody`. */
  readonly visitors: Readonly<Record<string, readonly (string | null)[]>>;
  readonly anybody: string | null;
  /** Other lists of a page, by route: name and query. */
  readonly views?: Readonly<Record<string, readonly (readonly [name: string, query: string])[]>>;
}

/** Every route of a surface with everybody who opens it; throws where nobody said what stands in a route's place. */
export const planStops = (planned: Planned): Stop[] =>
  planned.routes.flatMap((route) =>
    PLACE.test(route) ? stopsOfPlace(planned, route) : stopsOfPage(planned, route),
  );

function stopsOfPlace({ surface, places }: Planned, route: string): Stop[] {
  const known = places[route];
  if (!known || known.length === 0)
    throw new Error(
      `Expected to know what stands in the place of ${route} (${surface}), found nothing: see infra/dev/src/ux/tour/places.ts.`,
    );
  return known.map(({ name, value, login }) => ({
    surface,
    route,
    login,
    name: nameOf(route, name || 'one'),
    path: BASES[surface] + route.replace(PLACES, value),
  }));
}

function stopsOfPage({ surface, visitors, anybody, views }: Planned, route: string): Stop[] {
  const logins = visitors[route] ?? [anybody];
  const lists = [['', ''] as const, ...(views?.[route] ?? [])];
  return logins.flatMap((login, at) =>
    (at === 0 ? lists : lists.slice(0, 1)).map(([view, query]) => ({
      surface,
      route,
      login,
      name: nameOf(route, [view, at > 0 && login].filter(Boolean).join('-')),
      path: BASES[surface] + route + query,
    })),
  );
}

/** `/cases/$caseId` of `done`: `cases-done`. */
const nameOf = (route: string, of: string): string =>
  [...route.split('/').filter((part) => part !== '' && !PLACE.test(part)), of].filter(Boolean).join('-') ||
  'home';
