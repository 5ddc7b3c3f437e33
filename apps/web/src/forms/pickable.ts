/** A person or a village that can be named, as a list offers it. */
export interface Pickable {
  readonly id: string;
  readonly name: string;
  /** Of the pinyin of its name, as the API gives them: 「ccr」. */
  readonly initials: string;
  /** What tells it from another of the same name. */
  readonly note: string;
}

/** Whether what somebody typed finds it: a part of the name, or the beginning of its initials, in any case and width. */
export function matchesSearch({ name, initials }: Pickable, typed: string): boolean {
  const sought = typed.normalize('NFKC').trim().toLowerCase();
  return name.toLowerCase().includes(sought) || initials.startsWith(sought);
}
