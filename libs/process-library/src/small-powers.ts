import { jsonFileOf } from './library-processes.js';

/** One box of a power's chart. */
export interface PowerStep {
  readonly name: string;
  readonly note?: string;
}

/** A power that a village may use (小微权力), as its list says it. */
export interface SmallPower {
  readonly key: string;
  readonly title: string;
  readonly holder: string;
  readonly supervisor: string;
  readonly basis: readonly string[];
  /** What whoever asks for it brings along; nothing else may be asked for. */
  readonly materials: readonly string[];
  readonly forbidden: readonly string[];
  /** Of the chart where no process of ours is published for it. */
  readonly steps: readonly PowerStep[];
  /** Key of the process by which it is used; its chart is drawn from the published file. */
  readonly process?: string;
  /** 待镇确认. */
  readonly unconfirmed: boolean;
}

export interface SmallPowers {
  readonly version: number;
  /** 'YYYY-MM-DD'. */
  readonly since: string;
  readonly groups: readonly { readonly title: string; readonly powers: readonly SmallPower[] }[];
}

/** The list that the product ships; a reconstruction until the town has confirmed it. */
export const smallPowers = (): SmallPowers => jsonFileOf('powers/small-powers.json') as SmallPowers;
