/** The part of saxen that we use; its package brings no types of its own. */
declare module 'saxen' {
  export class Parser {
    ns(prefixes: Readonly<Record<string, string>>): this;
    on(
      event: 'openTag',
      listener: (name: string, getAttributes: () => Readonly<Record<string, string | undefined>>) => void,
    ): this;
    on(event: 'closeTag', listener: (name: string) => void): this;
    parse(xml: string): void;
  }
}
