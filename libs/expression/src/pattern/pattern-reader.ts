import { PatternRefusal, type PatternFlags } from './pattern-node.js';

/** Walks over the characters of a pattern; with flag `x` white space and notes outside of classes are not there. */
export class PatternReader {
  groups = 0;
  private readonly characters: readonly string[];
  private at = 0;

  constructor(
    source: string,
    readonly flags: PatternFlags,
  ) {
    this.characters = Array.from(source);
    this.skipNotes();
  }

  get done(): boolean {
    return this.at >= this.characters.length;
  }
  peek(): string | undefined {
    return this.characters[this.at];
  }

  /** Whether the two signs of `pair` come next. */
  next(pair: string): boolean {
    return this.characters[this.at] === pair[0] && this.characters[this.at + 1] === pair[1];
  }

  /** The next character, which must be there. `inClass`: spaces behind it count. */
  read(inClass = false): string {
    const character = this.characters[this.at];
    if (character === undefined) throw new PatternRefusal('Expected more behind the end of the pattern');
    this.at++;
    if (!inClass && character !== '[') this.skipNotes();
    return character;
  }

  /** Takes `wanted` where it comes next. */
  take(wanted: string, inClass = false): boolean {
    if (this.peek() !== wanted) return false;
    this.read(inClass);
    return true;
  }

  /** The text up to `end`, which is taken too. */
  until(end: string): string {
    let text = '';
    for (let character = this.read(); character !== end; character = this.read()) text += character;
    return text;
  }

  skipNotes(): void {
    if (!this.flags.spaced) return;
    for (let next = this.peek(); next !== undefined && (next === '#' || /\s/.test(next)); next = this.peek())
      this.at = next === '#' ? this.endOfNote() : this.at + 1;
  }

  private endOfNote(): number {
    const end = this.characters.indexOf('\n', this.at);
    return end === -1 ? this.characters.length : end;
  }
}
