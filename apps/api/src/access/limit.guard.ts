import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Response } from 'express';
import { countedAddress } from '../http/client-address.js';
import { SPENDS, type BudgetName } from '../http/request-budgets.js';
import { RequestLimiter } from '../http/request-limiter.js';
import type { CalledRequest } from './entrance.guard.js';

/** Counts what a person does, and what comes without one by its address; after the entrance, before the body is read. */
@Injectable()
export class LimitGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly limiter: RequestLimiter,
  ) {}

  canActivate(context: ExecutionContext): boolean {
    const http = context.switchToHttp();
    const request = http.getRequest<CalledRequest>();
    const marked = this.reflector.get<BudgetName | undefined>(SPENDS, context.getHandler());
    if (request.path.startsWith('/health')) return true; // whoever watches over us asks while others flood
    const who = request.caller?.personId ?? countedAddress(request.ip);
    this.limiter.requireFew(who);
    const spent = this.limiter.spend(request.caller ? (marked ?? usual(request.method)) : 'public', who);
    const response = http.getResponse<Response>();
    response.once('finish', () => {
      if (response.statusCode >= 400) this.limiter.wasRefused(spent);
    });
    return true;
  }
}

const usual = (method: string): BudgetName => (method === 'GET' || method === 'HEAD' ? 'read' : 'write');
