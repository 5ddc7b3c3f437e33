/** A person or a village that can be named, as a list offers it. */
export interface Pickable {
  readonly id: string;
  readonly name: string;
  /** Of the pinyin of its name, as the API gives them: 「ccr」. */
  readonly initials: string;
  /** What tells it from another of the same name. */
  readonly note: string;
}
