import type { DeclaredPayload } from './declared-payload.js';
import type { CatchDefinition, EventDefinition } from './event-definition.js';
import type { ExecutableProcess } from './executable-process.js';
import { nodeOf } from './look-up.js';

/** What is declared of the message or signal of an event definition; undefined where it declares nothing. */
export function payloadOf(
  { messages, signals }: Pick<ExecutableProcess, 'messages' | 'signals'>,
  definition: EventDefinition,
): DeclaredPayload | undefined {
  if (definition.kind === 'signal') return own(signals, definition.signal)?.payload;
  return definition.kind === 'message' && definition.message !== undefined
    ? own(messages, definition.message)?.payload
    : undefined;
}

/** What is declared of what the node waits for. `elementId`: of a catching event, or of a receive task. */
export function payloadAt(process: ExecutableProcess, elementId: string): DeclaredPayload | undefined {
  const node = nodeOf(process, elementId);
  if (node.type === 'receiveTask') return payloadOf(process, { kind: 'message', message: node.message });
  return 'definition' in node ? payloadOf(process, node.definition as CatchDefinition) : undefined;
}

const own = <T>(record: Readonly<Record<string, T>> | undefined, key: string): T | undefined =>
  record && Object.hasOwn(record, key) ? record[key] : undefined;
