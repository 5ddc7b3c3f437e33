import { ReceiverAway } from './channel.js';
import { objectIn } from './http-post.js';

/** Taken anew so long before it ends. */
const MARGIN_MS = 5 * 60_000;

interface Token {
  readonly value: string;
  /** Epoch ms. */
  readonly until: number;
}

/**
 * The access token of an app, fetched once and kept: their servers limit how often it may be asked for. Those who ask while it is
 * on its way wait for the same answer.
 */
export class AccessToken {
  private kept: Token | undefined;
  private coming: Promise<Token> | undefined;

  constructor(
    private readonly what: string,
    private readonly fetched: () => Promise<string>,
    private readonly now: () => number,
  ) {}

  async value(): Promise<string> {
    if (this.kept && this.kept.until > this.now()) return this.kept.value;
    this.coming ??= this.read().finally(() => (this.coming = undefined));
    this.kept = await this.coming;
    return this.kept.value;
  }

  /** The server took it back before its time; a newer one stays. */
  forget(value: string): void {
    if (this.kept?.value === value) this.kept = undefined;
  }

  private async read(): Promise<Token> {
    const answer = objectIn(await this.fetched(), this.what);
    const { errcode = 0, access_token: value, expires_in: seconds } = answer;
    if (errcode !== 0 || typeof value !== 'string' || typeof seconds !== 'number')
      throw new ReceiverAway(`Expected an access token of ${this.what}, found errcode ${String(errcode)}`);
    return { value, until: this.now() + Math.max(0, seconds * 1_000 - MARGIN_MS) };
  }
}
