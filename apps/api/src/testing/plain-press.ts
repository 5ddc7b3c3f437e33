import type { Press } from '@wuqing/paper';

/** Gives what would be printed as text, for whoever looks for words in it. */
export const plainPress: Press = {
  print: (dossier, imprint) => Promise.resolve({ pdf: Buffer.from(JSON.stringify({ dossier, imprint })) }),
  printLetter: (letter, imprint) =>
    Promise.resolve({ pdf: Buffer.from(JSON.stringify({ letter, imprint })) }),
};
