import { RequestMethod, type Type } from '@nestjs/common';
import { METHOD_METADATA, ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import type { Scope } from '@wuqing/access';
import { ROUTE_MARK, TOKEN_SCOPE, type RouteMark } from '../access/marks.js';
import { resourceModules } from '../api.module.js';
import { BODY_BOUNDS, WITH_BODY, type BodyBounds } from '../http/body-bounds.js';

/** What the code of one operation says about itself, found by the operation's id in the description. */
export interface DescribedRoute {
  readonly operationId: string;
  readonly mark: RouteMark | undefined;
  /** By tokens of which scope it is reached, if by any. */
  readonly scope: Scope | undefined;
  readonly takesBody: boolean;
  readonly query: Type | undefined;
  readonly bounds: BodyBounds | undefined;
}

interface RouteArgument {
  readonly index: number;
}

/** Every operation of every controller, as Nest's own metadata have them. */
export function describedRoutes(): DescribedRoute[] {
  const controllers = resourceModules.flatMap(
    (module) => Reflect.getMetadata('controllers', module) as Type[],
  );
  return controllers.flatMap((controller) => {
    const prototype = controller.prototype as Readonly<Record<string, () => void>>;
    const names = Object.getOwnPropertyNames(prototype).filter((name) => name !== 'constructor');
    return names.map((name) => ({
      operationId: `${controller.name}_${name}`,
      mark: Reflect.getMetadata(ROUTE_MARK, prototype[name]!) as RouteMark | undefined,
      scope: Reflect.getMetadata(TOKEN_SCOPE, prototype[name]!) as Scope | undefined,
      takesBody: WITH_BODY.has(
        RequestMethod[Reflect.getMetadata(METHOD_METADATA, prototype[name]!) as number]!,
      ),
      query: argumentOf(controller, name, RouteParamtypes.QUERY),
      bounds: Reflect.getMetadata(BODY_BOUNDS, prototype[name]!) as BodyBounds | undefined,
    }));
  });
}

/** The class of the argument that Nest fills from there. */
function argumentOf(controller: Type, name: string, from: RouteParamtypes): Type | undefined {
  const known = Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, name) as
    Readonly<Record<string, RouteArgument>> | undefined;
  const found = Object.entries(known ?? {}).find(([key]) => key.startsWith(`${from}:`));
  const types = Reflect.getMetadata('design:paramtypes', controller.prototype as object, name) as Type[];
  return found && types[found[1].index];
}
