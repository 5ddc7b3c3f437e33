/** Something the person at the keyboard can mend: the message is one sentence, what is wrong and what to do. */
export class SetupFailure extends Error {
  override readonly name = 'SetupFailure';
}
