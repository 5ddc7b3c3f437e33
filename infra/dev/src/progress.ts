/** Where progress lines go. */
export interface Progress {
  /** A line of its own. */
  note(line: string): void;
  /** Runs one stage and says how long it took; `label` as a noun ("PostgreSQL"), the stage may answer a remark. */
  stage<T>(label: string, work: (remark: (text: string) => void) => Promise<T>): Promise<T>;
}

export interface ProgressOptions {
  readonly write: (text: string) => void;
  /** A terminal shows the running time each second on one line; elsewhere a line tells it every ten seconds. */
  readonly terminal: boolean;
  readonly now?: () => number;
}

export function progressLines({ write, terminal, now = () => performance.now() }: ProgressOptions): Progress {
  const seconds = (since: number): string => `${((now() - since) / 1000).toFixed(1)} s`;
  return {
    note: (line) => write(`${line}\n`),
    async stage(label, work) {
      const began = now();
      let remark = '';
      const still = (): void =>
        write(
          terminal
            ? `\r\x1b[K… ${label} ${remark} ${seconds(began)}`
            : `… ${label} ${remark} ${seconds(began)}\n`,
        );
      const timer = setInterval(still, terminal ? 1_000 : 10_000);
      const close = terminal ? '\r\x1b[K' : '';
      try {
        const value = await work((text) => (remark = text));
        write(`${close}✓ ${label}${remark && ` (${remark})`} ${seconds(began)}\n`);
        return value;
      } catch (error) {
        write(`${close}✗ ${label} ${seconds(began)}\n`);
        throw error;
      } finally {
        clearInterval(timer);
      }
    },
  };
}

/** For specs and callers that want silence. */
export const silentProgress: Progress = {
  note: () => undefined,
  stage: (_label, work) => work(() => undefined),
};
