import { Secret, TOTP } from 'otpauth';

const PERIOD_S = 30;
const SECRET_BYTES = 20;
const ISSUER = '五清';
/** A telephone's clock may be half a minute off. */
const STEPS_OFF = 1;

/** RFC 6238, as every authenticator knows it: SHA-1, six figures, half a minute. `secret`: base32. */
const generatorOf = (secret: string, label = ''): TOTP =>
  new TOTP({
    issuer: ISSUER,
    label,
    algorithm: 'SHA1',
    digits: 6,
    period: PERIOD_S,
    secret: Secret.fromBase32(secret),
  });

/** 160 random bits in base32. */
export const newOneTimeSecret = (): string => new Secret({ size: SECRET_BYTES }).base32;

/** What the picture says that a telephone reads: `otpauth://totp/…`. */
export const enrolmentUri = (secret: string, login: string): string => generatorOf(secret, login).toString();

/** Number of the half minute whose code this is, at `now` (epoch ms) or just before or after it; undefined for any other. */
export function stepOf(secret: string, code: string, now: number): number | undefined {
  if (!/^\d{6}$/.test(code)) return undefined;
  const off = generatorOf(secret).validate({ token: code, timestamp: now, window: STEPS_OFF });
  return off === null ? undefined : Math.floor(now / (PERIOD_S * 1_000)) + off;
}
