import type { Response } from 'express';

/** Text, one style sheet and pictures of our own: no script, no frame, nothing from elsewhere, no style in the text. */
export const PAGE_POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self' data:",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join(';');

/** A page of one person and one moment. */
export function writePage(response: Response, page: string, written?: () => void): void {
  response.set('content-security-policy', PAGE_POLICY).set('cache-control', 'no-store');
  response.type('text/html; charset=utf-8').end(page, written);
}
