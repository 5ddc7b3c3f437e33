import { Inject, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { API_SETTINGS, type ApiSettings } from '../settings.js';

const HOST = /^[\w.:[\]-]+$/;

/** Where a page stands for whoever scans its code. */
@Injectable()
export class PageAddress {
  constructor(@Inject(API_SETTINGS) private readonly settings: Pick<ApiSettings, 'publicUrl'>) {}

  /** `path` begins with a slash; without a host that can be one, the path alone. */
  of(request: Request, path: string): string {
    const { publicUrl } = this.settings;
    const host = request.get('host') ?? '';
    const origin = publicUrl ?? (HOST.test(host) ? `${request.protocol}://${host}` : '');
    return `${origin}${path}`;
  }
}
