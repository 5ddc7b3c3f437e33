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
  /** The year of its last day is not loaded yet. */
  readonly provisional: boolean;
}

/** Terms that begin behind today, by the town's calendar. */
@Injectable()
export class TermFromNow {
  constructor(
    private readonly definitions: DefinitionStore,
    private readonly clock: Clock,
  ) {}

  /** `text`: `10W`. */
  of(text: string): Promise<PaperTerm> {
    return this.from(this.clock.now(), text);
  }

  /** From the day of a moment, epoch ms. */
  async from(moment: number, text: string): Promise<PaperTerm> {
    const calendar = await this.definitions.workingCalendar();
    const day = dayOf(moment);
    const term = parseTerm(text);
    if (!term.ok) throw new Error(`Expected a term of a paper, found ${text}`);
    const { date, provisional } = termEnd(calendar, required(parseLocalDate(day), 'a day'), term.value);
    return { at: new Date(moment).toISOString(), year: Number(day.slice(0, 4)), dueOn: date, provisional };
  }
}
