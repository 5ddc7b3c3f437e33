import { arch, platform } from 'node:os';

/** Pinned; `infra/temporal-server/go.mod` names the same version (a spec compares them). */
export const TEMPORAL_VERSION = '1.32.1';

export const DEFAULT_RELEASES_URL = 'https://github.com/temporalio/temporal/releases/download';

/** The name of this platform's archive among the release's files. */
export function archiveName(system: string = platform(), processor: string = arch()): string {
  const goArch: Record<string, string> = { x64: 'amd64', arm64: 'arm64' };
  return `temporal_${TEMPORAL_VERSION}_${system}_${goArch[processor] ?? processor}.tar.gz`;
}
