import { Header, applyDecorators } from '@nestjs/common';
import { Public } from '../access/marks.js';

/** Text, one style sheet and pictures of our own: no script, no frame, nothing from elsewhere, no style in the text. */
export const PAGE_POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self' data:",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join(';');

/** HTML for everyone. `no-store` where the page is one person's: a receipt, a course. */
export const PublicPage = (keep: 'no-cache' | 'no-store' = 'no-cache'): MethodDecorator =>
  applyDecorators(
    Public(),
    Header('content-type', 'text/html; charset=utf-8'),
    Header('content-security-policy', PAGE_POLICY),
    Header('cache-control', keep),
  );
