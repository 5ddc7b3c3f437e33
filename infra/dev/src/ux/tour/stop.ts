/** Which of the three surfaces a page belongs to. */
export type Surface = 'desk' | 'phone' | 'public';

/** A page of the product as somebody of the demo opens it. */
export interface Stop {
  readonly surface: Surface;
  /** As the router has it: `/tasks/$taskId`, `/notices/:id`. */
  readonly route: string;
  /** Of its own among all stops of its surface; a file name. */
  readonly name: string;
  /** Who opens it; null: nobody is signed in. */
  readonly login: string | null;
  /** Address without the origin. */
  readonly path: string;
}

/** What of a page can be filled in at one of its places. */
export interface Place {
  readonly name: string;
  readonly value: string;
  readonly login: string | null;
}

/** Where each surface begins. */
export const BASES: Readonly<Record<Surface, string>> = { desk: '/app', phone: '/m', public: '' };
