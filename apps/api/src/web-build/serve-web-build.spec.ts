import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { NestExpressApplication } from '@nestjs/platform-express';
import express from 'express';
import request from 'supertest';
import { securityHeaders } from '../http/security-headers.js';
import { serveWebBuild } from './serve-web-build.js';

const SCRIPT = 'let a = 1;';

describe('the built pages', () => {
  const folder = mkdtempSync(join(tmpdir(), 'web-build-'));
  const app = express();
  const nested = Object.assign(app, {
    getHttpAdapter: () => ({ getInstance: () => app }),
  }) as unknown as NestExpressApplication;
  const nonceIn = (policy: string) => /style-src-elem 'self' 'nonce-([^']+)'/.exec(policy)?.[1];

  beforeAll(() => {
    mkdirSync(join(folder, 'assets'));
    writeFileSync(
      join(folder, 'index.html'),
      '<p nonce="__STYLE_NONCE__">desk</p><i nonce="__STYLE_NONCE__">',
    );
    writeFileSync(join(folder, 'phone.html'), '<p nonce="__STYLE_NONCE__">phone</p>');
    writeFileSync(join(folder, 'assets', 'a-1.js'), '1');
    writeFileSync(join(folder, 'assets', 'b-2.js'), SCRIPT);
    writeFileSync(join(folder, 'assets', 'b-2.js.gz'), gzipSync(SCRIPT));
    writeFileSync(join(folder, 'assets', 'b-2.js.br'), brotliCompressSync(SCRIPT));
    app.use(securityHeaders);
    serveWebBuild(nested, folder);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each([
    ['/app/', 'desk'],
    ['/app', 'desk'],
    ['/app/cases/01', 'desk'],
    ['/m', 'phone'],
    ['/m/tasks/01', 'phone'],
  ])('%s is the %s, and is never kept', async (path, entry) => {
    const { text, headers } = await request(app).get(path).expect(200);
    expect(text).toContain(entry);
    expect(headers['cache-control']).toBe('no-cache');
  });

  it('has a nonce of each answer, in the page and in its policy, and no unsafe-inline for style sheets', async () => {
    const answers = await Promise.all([request(app).get('/app/'), request(app).get('/app/')]);
    const nonces = answers.map(({ headers }) => nonceIn(headers['content-security-policy']!));
    answers.forEach(({ text }, index) => expect(text.split(`nonce="${nonces[index]}"`)).toHaveLength(3));
    expect(nonces[0]).not.toBe(nonces[1]);
    expect(answers[0]!.headers['content-security-policy']).toMatch(
      /script-src 'self';style-src-elem 'self' 'nonce-/,
    );
  });

  it('keeps assets for ever, leads from the root to the desk, and takes no other address', async () => {
    const { headers } = await request(app).get('/assets/a-1.js').expect(200);
    expect(headers['cache-control']).toContain('immutable');
    expect(nonceIn(headers['content-security-policy']!)).toBeUndefined();
    await request(app).get('/').expect(302, '').expect('location', '/app/');
    for (const path of ['/application', '/mine', '/app/nothing.js', '/villages'])
      await request(app).get(path).expect(404);
    await request(app).post('/app/').expect(404);
  });

  it.each([
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip, deflate', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['identity', undefined],
  ])('sends to who takes %s what the build has pressed by %s', async (accepted, encoding) => {
    const { headers, text } = await request(app)
      .get('/assets/b-2.js')
      .set('accept-encoding', accepted)
      .buffer(true)
      .expect(200);
    expect(headers['content-encoding']).toBe(encoding);
    expect(headers['content-type']).toMatch(/^text\/javascript/);
    expect(headers['cache-control']).toContain('immutable');
    expect(headers['vary']).toMatch(/accept-encoding/i);
    if (encoding !== 'br') expect(text).toBe(SCRIPT); // the client of this spec unpacks no br
  });
});
