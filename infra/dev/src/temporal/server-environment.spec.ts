import { postgresServer } from '../postgres/postgres-server.js';
import { freePort } from '../process/free-ports.js';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { dynamicConfig } from './dynamic-config.js';
import { serverEnvironment } from './server-environment.js';
import { freeTemporalPorts } from './temporal-ports.js';

describe("the Temporal server's configuration", () => {
  it('moves every port that is occupied, and no other', async () => {
    const usual = await freeTemporalPorts();
    const wished = { ...usual, FRONTEND_GRPC_PORT: await freePort() };
    const occupant = createServer().listen(wished.FRONTEND_GRPC_PORT, '127.0.0.1');
    await once(occupant, 'listening');
    const { FRONTEND_GRPC_PORT, ...others } = await freeTemporalPorts(wished);
    occupant.close();
    expect(FRONTEND_GRPC_PORT).not.toBe(wished.FRONTEND_GRPC_PORT);
    expect(wished).toMatchObject(others);
    expect(new Set([FRONTEND_GRPC_PORT, ...Object.values(others)]).size).toBe(9);
  });

  it('listens on this machine only', async () => {
    const postgres = postgresServer({ host: '127.0.0.1', port: 5, user: 'wuqing', password: 'p' });
    const environment = serverEnvironment(postgres, await freeTemporalPorts(), '/data/dynamic-config.yaml');
    expect(environment).toMatchObject({
      BIND_ON_IP: '127.0.0.1',
      DB_PORT: '5',
      POSTGRES_PWD: 'p',
      NUM_HISTORY_SHARDS: '4',
      DYNAMIC_CONFIG_FILE_PATH: '/data/dynamic-config.yaml',
    });
  });

  it.each([true, false])('lets clocks be put forward only where it is asked for: %s', (timeSkipping) => {
    expect(dynamicConfig({ timeSkipping })).toContain(
      `frontend.WorkflowTimeSkippingEnabled:\n  - value: ${timeSkipping}\n`,
    );
  });
});
