import express from 'express';
import request from 'supertest';
import { askInside } from './ask-inside.js';

describe('what our own API is asked', () => {
  const app = express();
  const ended: string[] = [];
  beforeAll(() => {
    app.set('trust proxy', 1);
    app.use((asked, response, next) => {
      for (const event of ['finish', 'close'])
        response.once(event, () => ended.push(`${event} ${asked.path}`));
      next();
    });
    app.get('/told', ({ headers: { cookie }, ip, query }, response) =>
      response.json({ cookie, ip, of: query['of'], said: '好'.repeat(9) }),
    );
    app.get('/pieces', (_asked, response) => {
      response.write('一');
      response.end(Buffer.from('二'));
    });
    app.get('/refused', (_asked, response) => response.status(404).json({}));
    app.get('/broken', () => {
      throw new Error('Expected to be told by the handler of errors');
    });
    app.get('/ask', (asked, response, next) => {
      askInside(app, asked, String(asked.query['path'])).then((text) => response.json({ text }), next);
    });
  });

  const answerTo = async (path: string) => {
    const { body } = await request(app)
      .get(`/ask?path=${encodeURIComponent(path)}`)
      .set({ cookie: 'a=b', 'x-forwarded-for': '10.1.2.3', 'content-length': '0' })
      .expect(200);
    return (body as { text?: string }).text;
  };

  it('is asked in the name of whoever asked for the page, and from where he is', async () => {
    expect(JSON.parse((await answerTo('/told?of=x'))!)).toEqual({
      cookie: 'a=b',
      ip: '10.1.2.3',
      of: 'x',
      said: '好'.repeat(9),
    });
    expect(ended).toEqual(expect.arrayContaining(['finish /told', 'close /told']));
  });

  it.each([
    ['/pieces', '一二'],
    ['/refused', undefined],
    ['/broken', undefined],
    ['/absent', undefined],
  ])('at %s is %j', async (path, text) => expect(await answerTo(path)).toBe(text));
});
