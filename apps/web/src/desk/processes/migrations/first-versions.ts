import type { ProcessVersionsView } from '../../../client/api.js';
import type { Versions } from './use-plans.js';

/** From the version by which most cases run that is not in force, to the one in force. */
export function firstVersions({ processKey, versions }: ProcessVersionsView, from?: number): Versions {
  const byCases = [...versions].sort(
    (a, b) => Number(a.inForce) - Number(b.inForce) || b.running - a.running,
  );
  const fromVersion = from ?? (byCases.find(({ running }) => running > 0) ?? byCases[0]!).version;
  const others = versions.filter(({ version }) => version !== fromVersion);
  return { processKey, fromVersion, version: (others.find(({ inForce }) => inForce) ?? others[0]!).version };
}
