import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { clocksApart } from '../http/problem.js';
import { MachineClock } from './machine-clock.js';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** While this machine's clock may not be believed nothing is taken in. */
@Injectable()
export class ClockGuard implements CanActivate {
  constructor(@Inject(MachineClock) private readonly clock: MachineClock) {}

  canActivate(context: ExecutionContext): boolean {
    const { method } = context.switchToHttp().getRequest<Request>();
    if (this.clock.differenceMs !== undefined && !SAFE.has(method)) throw clocksApart();
    return true;
  }
}
