import { ReceiverAway } from './channel.js';
import { AccessToken } from './access-token.js';
import { objectIn } from './http-post.js';

/** What a server's `errcode` means to us; every other is the fault of this one message. */
export interface ErrorCodes {
  /** The token is none, or no longer one: it is fetched anew and the message sent once more. */
  readonly ofTheToken: ReadonlySet<number>;
  /** The server is busy, we have been too many, or the app is not let in: nobody's message goes now. */
  readonly ofTheServer: ReadonlySet<number>;
}

type Answer = Readonly<Record<string, unknown>>;

/** Posts with a token; where the server says that the token is no good, once more with a fresh one. */
export async function sentWithToken(
  what: string,
  token: AccessToken,
  post: (token: string) => Promise<string>,
  codes: ErrorCodes,
): Promise<Answer> {
  const first = await token.value();
  let answer = objectIn(await post(first), what);
  if (codes.ofTheToken.has(codeOf(answer))) {
    token.forget(first);
    answer = objectIn(await post(await token.value()), what);
  }
  const code = codeOf(answer);
  if (code === 0) return answer;
  const sentence = `Expected ${what} to accept, found errcode ${code}`;
  throw codes.ofTheServer.has(code) || codes.ofTheToken.has(code)
    ? new ReceiverAway(sentence)
    : new Error(sentence);
}

/** An answer that has none is none. */
const codeOf = ({ errcode }: Answer): number => (typeof errcode === 'number' ? errcode : Number.NaN);

/** What a work message says: the sentence, and under it where to go. */
export const workText = ({ text, link }: { readonly text: string; readonly link: string | null }): string =>
  link === null ? text : `${text}\n${link}`;
