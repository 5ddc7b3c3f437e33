import { keyRingFrom, type PayloadKeyRing } from '@wuqing/workflow-contracts/data-converter';
import { withProductDatabase } from '../backup/reach-database.js';
import { reported } from '../backup/reported.js';
import { readSecrets } from '../secrets.js';
import { SetupFailure } from '../setup-failure.js';
import { startSettings, type StartSettings } from '../start/settings.js';
import { sealAnew } from './seal-anew.js';

/** `npm run reseal`: what is sealed at rest, under the current payload key; then an older one may go, as far as this is concerned. */
export const runSealAnew = (_argv: readonly string[], env: NodeJS.ProcessEnv): Promise<number> =>
  reported(async (progress) => {
    const settings = startSettings(env);
    const ring = ringOf(settings);
    const sealed = await progress.stage('what is sealed', () =>
      withProductDatabase(settings, (ownerUrl) => sealAnew(ownerUrl, ring)),
    );
    for (const [use, count] of Object.entries(sealed))
      progress.note(`${use}: ${count} sealed anew under ${ring.current}`);
    return 0;
  });

/** As the product has it: from the environment, or its own secrets. */
function ringOf({ env, secretsFile }: StartSettings): PayloadKeyRing {
  const given = env['WUQING_PAYLOAD_KEYS'];
  if (given) return keyRingFrom(given);
  const kept = readSecrets(secretsFile);
  if (!kept) throw new SetupFailure(`Expected WUQING_PAYLOAD_KEYS, or the secrets in ${secretsFile}.`);
  return keyRingFrom(JSON.stringify(kept.payloadKeys));
}
