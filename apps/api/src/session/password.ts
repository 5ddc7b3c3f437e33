import { Algorithm, hash, verify } from '@node-rs/argon2';

/** OWASP's first choice of parameters for argon2id. */
const parameters = {
  algorithm: 2 satisfies Algorithm.Argon2id,
  memoryCost: 19_456,
  timeCost: 2,
  parallelism: 1,
};

export const hashPassword = (password: string): Promise<string> =>
  hash(password.normalize('NFKC'), parameters);

/** Verified against where nobody has the login, so that the answer takes as long; made with the program, not with the first stranger. */
const nobody = hashPassword('nobody has this password');

/** False for an account that is unknown or has no password, after the same work. */
export async function isPassword(
  passwordHash: string | null | undefined,
  password: string,
): Promise<boolean> {
  const isRight = await verify(passwordHash ?? (await nobody), password.normalize('NFKC'));
  return isRight && passwordHash != null;
}
