import { setTimeout as pause } from 'node:timers/promises';
import { Connection } from '@temporalio/client';

export const NAMESPACE = 'wuqing';

const RETENTION_DAYS = 30;

/** temporal.api.enums.v1.IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD */
const KEYWORD = 2;

/** Never anything personal: search attributes are not encrypted. */
const SEARCH_ATTRIBUTES = { WuqingUnit: KEYWORD, WuqingProcess: KEYWORD };

/** gRPC status codes. */
const ALREADY_EXISTS = 6;

/** Registers namespace and search attributes where they are missing and waits until the server sees both. */
export async function ensureNamespace(address: string, namespace: string = NAMESPACE): Promise<void> {
  const connection = await Connection.connect({ address, connectTimeout: '10s' });
  try {
    await register(connection, namespace);
    await retried(20_000, () => addMissingAttributes(connection, namespace));
    const query = Object.keys(SEARCH_ATTRIBUTES)
      .map((name) => `${name} = 'none'`)
      .join(' OR ');
    await retried(20_000, () => connection.workflowService.countWorkflowExecutions({ namespace, query }));
  } finally {
    await connection.close();
  }
}

async function register(connection: Connection, namespace: string): Promise<void> {
  const seconds = RETENTION_DAYS * 24 * 3_600;
  try {
    await connection.workflowService.registerNamespace({
      namespace,
      workflowExecutionRetentionPeriod: { seconds: seconds as never },
    });
  } catch (error) {
    if ((error as { code?: number }).code !== ALREADY_EXISTS) throw error;
  }
}

async function addMissingAttributes(connection: Connection, namespace: string): Promise<void> {
  const { customAttributes } = await connection.operatorService.listSearchAttributes({ namespace });
  const missing = Object.entries(SEARCH_ATTRIBUTES).filter(([name]) => !(name in (customAttributes ?? {})));
  if (missing.length === 0) return;
  const searchAttributes = Object.fromEntries(missing);
  await connection.operatorService.addSearchAttributes({ namespace, searchAttributes });
}

/** The server's caches need a moment after each change: what fails is asked again until the time is over. */
async function retried(withinMs: number, ask: () => Promise<unknown>): Promise<void> {
  const until = performance.now() + withinMs;
  for (;;) {
    try {
      await ask();
      return;
    } catch (error) {
      if (performance.now() > until) throw error;
      await pause(100);
    }
  }
}
