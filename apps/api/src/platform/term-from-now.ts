import { Injectable } from '@nestjs/common';
import { required } from '@wuqing/kernel';
import { parseLocalDate, parseTerm, termEnd } from '@wuqing/working-calendar';
import { Clock, dayOf } from './clock.js';
import { DefinitionStore } from './definition-store.js';

/** When a paper is sent, and its last day. */
export interface PaperTerm {
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly year: number;
  /** 'YYYY-MM-DD'. */
  readonly dueOn: string;
}

/** Terms that begin behind today, by the town's calendar. */
@Injectable()
export class TermFromNow {
  constructor(
    private readonly definitions: DefinitionStore,
    private readonly clock: Clock,
  ) {}

  /** `text`: `10W`. */
  async of(text: string): Promise<PaperTerm> {
    const calendar = await this.definitions.workingCalendar();
    const now = this.clock.now();
    const today = dayOf(now);
    const term = parseTerm(text);
    if (!term.ok) throw new Error(`Expected a term of a paper, found ${text}`);
    return {
      at: new Date(now).toISOString(),
      year: Number(today.slice(0, 4)),
      dueOn: termEnd(calendar, required(parseLocalDate(today), 'today'), term.value).date,
    };
  }
}
