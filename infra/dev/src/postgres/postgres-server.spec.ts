import { freePort } from '../process/free-ports.js';
import { answers, postgresServer, postgresServerOf } from './postgres-server.js';

describe('a PostgreSQL server', () => {
  it('is read from a URL and written into one, strange characters included', () => {
    const server = postgresServerOf('postgres://ow%40ner:p%2Fw@db.example:6000/wuqing?sslmode=disable');
    expect(server).toMatchObject({ host: 'db.example', port: 6000, user: 'ow@ner', password: 'p/w' });
    expect(server.url('temporal')).toBe('postgres://ow%40ner:p%2Fw@db.example:6000/temporal');
  });

  it('has the usual port by default', () => {
    expect(postgresServerOf('postgres://u:p@db/wuqing').port).toBe(5432);
  });

  it('that is not there does not answer', async () => {
    const port = await freePort();
    expect(await answers(postgresServer({ host: '127.0.0.1', port, user: 'u', password: 'p' }))).toBe(false);
  });
});
