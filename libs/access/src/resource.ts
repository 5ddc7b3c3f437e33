import type { PositionKey } from '@wuqing/organization';
import type { Confidentiality } from './confidentiality-level.js';

/** A position in a unit that a step or an alert is addressed to (rows `user_task_candidate`, `alert.recipient_…`). */
export interface Holder {
  readonly positionKey: PositionKey;
  readonly unitId: string;
}

/** What the caller knows of the thing acted upon. A field that is left out counts as absent, never as open. */
export interface Resource {
  /** The case's (or unit's) unit; left out only by what belongs to no unit: processes and public notices. */
  readonly unitId?: string;
  /** V where it is left out. */
  readonly level?: Confidentiality;
  /** To whom the step or alert is addressed; for `case.start` who may start this process, if it says so. */
  readonly holders?: readonly Holder[];
  /** Who claimed the step. */
  readonly assigneeId?: string | null;
  /** Offices and town that handle a step of the case (level T). */
  readonly handlingUnitIds?: readonly string[];
  /** Offices and town that a step of the case was ever addressed to: they go on reading it (level T), and do nothing to it. */
  readonly handledUnitIds?: readonly string[];
  /** Persons of the need-to-know list (level N). */
  readonly needToKnow?: readonly string[];
  /** The accused, their relatives and subordinates, and whoever is recused: to them there is no such case. */
  readonly barredPersonIds?: readonly string[];
  /** Who wrote the draft that is to be published. */
  readonly authorId?: string;
  /** True only where the installation runs in demo mode. */
  readonly demoMode?: boolean;
}
