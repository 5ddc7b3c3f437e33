import { Inject, Injectable } from '@nestjs/common';
import { UnitOfWork, insertSlipLook } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { conflict } from '../http/problem.js';
import { Clock } from '../platform/clock.js';
import { commandIdOf } from '../platform/fingerprint.js';
import { API_SETTINGS, type ApiSettings } from '../settings.js';
import { VisibleSlips } from '../visibility/visible-slips.js';
import type { SlipContentView } from './dto/slip.view.js';
import { actingFor } from './receive-slip.handler.js';
import { openContent } from './slip-seal.js';

/** 拆看: what is sealed, for the office that it is addressed to, once it has received it; nobody sees it and is not named. */
@Injectable()
export class OpenSlipHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly slips: VisibleSlips,
    private readonly clock: Clock,
    @Inject(API_SETTINGS) private readonly settings: Pick<ApiSettings, 'payloadKeys'>,
  ) {}

  execute(caller: Caller, id: string, key: string): Promise<SlipContentView> {
    return this.unitOfWork.run(caller.actor, async (work) => {
      const slip = await this.slips.addressed(work, caller, id);
      if (slip.receivedAt === null) throw conflict('请先签收，再拆看密封的内容。');
      const at = new Date(this.clock.now()).toISOString();
      const act = { slipId: id, personId: caller.personId, onBehalfOf: actingFor(caller, slip), at };
      await insertSlipLook(work, commandIdOf(caller.personId, `slips/${id}/opening`, key), act);
      const sealed = await this.slips.seal(work, caller, slip);
      return { content: openContent(sealed, id, this.settings.payloadKeys) };
    });
  }
}
