import { Injectable } from '@nestjs/common';
import type { Resource } from '@wuqing/access';
import { noteCircleLook, type Statements } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { Clock } from '../platform/clock.js';

/** Each look at what its list opens is kept, once a person a day, for the list's keeper. */
@Injectable()
export class CircleLooks {
  constructor(private readonly clock: Clock) {}

  async note(work: Statements, caller: Caller, caseId: string, { level }: Resource): Promise<void> {
    if (level !== 'N') return;
    const at = new Date(this.clock.now()).toISOString();
    await noteCircleLook(work, { caseId, personId: caller.personId, day: this.clock.today(), at });
  }
}
