import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Heard {
  readonly method: string;
  /** Path and query, as they came. */
  readonly address: URL;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

export interface Said {
  readonly status?: number;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A real HTTP server on this machine that answers as the spec tells it to, and remembers what it heard. */
export class LocalServer {
  readonly heard: Heard[] = [];
  /** What it answers; 204 where nothing is said. */
  answer: (heard: Heard) => Said = () => ({});

  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  static async start(): Promise<LocalServer> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const local = new LocalServer(server, url);
    server.on('request', (request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const heard = {
          method: request.method!,
          address: new URL(request.url!, url),
          headers: request.headers,
          body: Buffer.concat(chunks).toString('utf8'),
        };
        local.heard.push(heard);
        const { status = 204, body, headers } = local.answer(heard);
        response.writeHead(status, headers).end(body);
      });
    });
    return local;
  }

  stop(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((resolve) => void this.server.close(() => resolve()));
  }
}
