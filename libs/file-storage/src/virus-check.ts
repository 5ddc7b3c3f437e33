import type { Bytes } from './file-storage.js';

/** What a look through a file has found: nothing, or something by the name that the checker gives it. */
export type Findings = { readonly clean: true } | { readonly clean: false; readonly name: string };

export interface VirusCheck {
  /** What it is, for people. */
  readonly description: string;
  /** Throws `CheckerAway` where nobody answers or the answer cannot be read: then nothing is known of the file. */
  look(content: Bytes): Promise<Findings>;
}

export class CheckerAway extends Error {
  override readonly name = 'CheckerAway';
  constructor(reason: string) {
    super(`Expected the virus checker to answer: ${reason}`);
  }
}

/** The default: files are taken without a look, and the start says so. */
export const nobodyLooks: VirusCheck = {
  description: 'off: files are not looked through for viruses (set WUQING_CLAMD to host:port of a clamd)',
  look: () => Promise.resolve({ clean: true }),
};
