import { Header, applyDecorators } from '@nestjs/common';
import { PAGE_POLICY } from '../http/write-page.js';
import { Public } from '../access/marks.js';

/** HTML for everyone. `no-store` where the page is one person's: a receipt, a course. */
export const PublicPage = (keep: 'no-cache' | 'no-store' = 'no-cache'): MethodDecorator =>
  applyDecorators(
    Public(),
    Header('content-type', 'text/html; charset=utf-8'),
    Header('content-security-policy', PAGE_POLICY),
    Header('cache-control', keep),
  );
