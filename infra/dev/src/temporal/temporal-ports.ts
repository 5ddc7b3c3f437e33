import { freePorts } from '../process/free-ports.js';

/** Environment variable of the server's embedded configuration → the port it has by itself. */
const USUAL_PORTS = {
  FRONTEND_GRPC_PORT: 7233,
  FRONTEND_HTTP_PORT: 7243,
  HISTORY_GRPC_PORT: 7234,
  MATCHING_GRPC_PORT: 7235,
  WORKER_GRPC_PORT: 7239,
  FRONTEND_MEMBERSHIP_PORT: 6933,
  HISTORY_MEMBERSHIP_PORT: 6934,
  MATCHING_MEMBERSHIP_PORT: 6935,
  WORKER_MEMBERSHIP_PORT: 6939,
} as const;

export type TemporalPort = keyof typeof USUAL_PORTS;
export type TemporalPorts = Readonly<Record<TemporalPort, number>>;

/** The usual ports where they are free, others for those that are occupied. */
export async function freeTemporalPorts(usual: TemporalPorts = USUAL_PORTS): Promise<TemporalPorts> {
  const names = Object.keys(USUAL_PORTS) as TemporalPort[];
  const ports = await freePorts(names.map((name) => usual[name]));
  return Object.fromEntries(names.map((name, index) => [name, ports[index]])) as Record<TemporalPort, number>;
}
