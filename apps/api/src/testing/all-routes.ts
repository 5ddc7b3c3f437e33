import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import type { Scope } from '@wuqing/access';
import { GRAVE, ROUTE_MARK, TOKEN_SCOPE, type RouteMark } from '../access/marks.js';
import { resourceModules } from '../api.module.js';

interface Route {
  readonly method: string;
  readonly path: string;
  readonly mark: RouteMark | undefined;
  readonly scope: Scope | undefined;
  readonly isGrave: boolean;
}

/** Every route of every controller, as Nest's own metadata has them. */
export function allRoutes(): Route[] {
  const controllers = resourceModules.flatMap(
    (module) => Reflect.getMetadata('controllers', module) as (new () => object)[],
  );
  return controllers.flatMap((controller) => {
    const base = Reflect.getMetadata(PATH_METADATA, controller) as string;
    const { prototype } = controller as unknown as { prototype: Record<string, () => void> };
    const names = Object.getOwnPropertyNames(prototype).filter((name) => name !== 'constructor');
    return names.flatMap((name) => {
      const handler = prototype[name]!;
      const path = Reflect.getMetadata(PATH_METADATA, handler) as string | undefined;
      if (path === undefined) return [];
      const method = RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as number]!;
      return [
        {
          method,
          path: `/${base}/${path}`.replace(/\/+/g, '/'),
          mark: Reflect.getMetadata(ROUTE_MARK, handler) as RouteMark,
          scope: Reflect.getMetadata(TOKEN_SCOPE, handler) as Scope | undefined,
          isGrave: Reflect.getMetadata(GRAVE, handler) === true,
        },
      ];
    });
  });
}
