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

/** Verified against when nobody has the login, so that the answer takes as long. */
let nobody: Promise<string> | undefined;

/** False for an unknown account (`passwordHash` undefined), after the same work. */
export async function isPassword(passwordHash: string | undefined, password: string): Promise<boolean> {
  nobody ??= hashPassword('nobody has this password');
  const isRight = await verify(passwordHash ?? (await nobody), password.normalize('NFKC'));
  return isRight && passwordHash !== undefined;
}

const LENGTH_MIN = 10;

/** What is wrong with a new password; undefined where nothing is. */
export function passwordFault(next: string, login: string, current: string): string | undefined {
  if ([...next].length < LENGTH_MIN) return `新密码至少 ${LENGTH_MIN} 个字符。`;
  if (next === current) return '新密码不能与原密码相同。';
  if (next.toLowerCase().includes(login.toLowerCase())) return '新密码不能包含账号名。';
  if (new Set(next).size < 5) return '新密码过于简单,请至少使用 5 种不同的字符。';
  return undefined;
}
