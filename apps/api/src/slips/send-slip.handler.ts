import { Inject, Injectable } from '@nestjs/common';
import { officialNumber, required } from '@wuqing/kernel';
import {
  UnitOfWork,
  insertSlip,
  lockSlips,
  nextNumber,
  tellOfPaper,
  townName,
  type SlipRow,
  type Work,
} from '@wuqing/persistence';
import { objectionToSlip, receivingPositions, slipKindOf, type SlipKind } from '@wuqing/slip';
import type { Caller } from '../access/caller.js';
import { UnitDirectory } from '../access/unit-directory.js';
import { keyUsedOtherwise } from '../commands/command-sender.js';
import { invalid } from '../http/problem.js';
import { commandIdOf } from '../platform/fingerprint.js';
import { API_SETTINGS, type ApiSettings } from '../settings.js';
import type { Known } from '../visibility/known.js';
import { VisibleSlips } from '../visibility/visible-slips.js';
import type { SendSlipDto } from './dto/slip.dto.js';
import { TermFromNow } from '../platform/term-from-now.js';
import { openContent, sealContent } from './slip-seal.js';

interface Judged {
  readonly kind: SlipKind;
  readonly fromUnitId: string;
  readonly toUnitId: string;
}

/**
 * 移送: what is sealed goes into the slip and nowhere else: into no command, no case, no journal, no draft and no hash that could be
 * guessed. The number is the series' next one, taken late in the transaction; the same again takes none.
 */
@Injectable()
export class SendSlipHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly slips: VisibleSlips,
    private readonly units: UnitDirectory,
    private readonly terms: TermFromNow,
    @Inject(API_SETTINGS) private readonly settings: Pick<ApiSettings, 'payloadKeys'>,
  ) {}

  async execute(caller: Caller, key: string, body: SendSlipDto): Promise<Known<SlipRow>> {
    const { kind, fromUnitId, toUnitId } = await this.judged(caller, body);
    const time = await this.terms.of(kind.receipt);
    const id = commandIdOf(caller.personId, 'slips', key);
    return this.unitOfWork.run(caller.actor, async (work) => {
      await lockSlips(work, kind.key);
      const known = await this.slips.own(work, caller, id);
      if (known) return this.sameAgain(work, known, body);
      const onBehalfOf = caller.onBehalfOf(
        (own) => own.unitId === fromUnitId && kind.from.some((position) => position === own.key),
      );
      const sealed = sealContent(body.content, id, this.settings.payloadKeys);
      const n = await nextNumber(work, `slip/${kind.key}`, time.year);
      const number = officialNumber(await townName(work), kind.sign, time.year, n);
      const { at, dueOn: receiptDueOn } = time;
      const sent = { sentBy: caller.personId, onBehalfOf, at, receiptDueOn };
      const open = { id, number, kind: kind.key, fromUnitId, toUnitId, subject: body.subject };
      await insertSlip(work, { ...open, ...sent }, sealed);
      await tellOfPaper(work, {
        ...{ template: 'slip-sent', id, name: number, dueOn: receiptDueOn, page: '/slips' },
        to: receivingPositions.map((positionKey) => ({ positionKey, unitId: toUnitId })),
        notTo: [caller.personId],
      });
      return required(await this.slips.own(work, caller, id), `slip ${id}`);
    });
  }

  private async judged(caller: Caller, body: SendSlipDto): Promise<Judged> {
    const [fromUnitId, toUnitId] = [body.fromUnitId.toLowerCase(), body.toUnitId.toLowerCase()];
    const kind = slipKindOf(body.kind);
    if (!kind) throw invalid([{ path: '/kind', message: '没有这一种流转单，请重新选择。' }]);
    const holders = kind.from.map((positionKey) => ({ positionKey, unitId: fromUnitId }));
    caller.require('slip.send', { holders });
    const from = required(await this.units.find(fromUnitId), `unit ${fromUnitId} of a seat`);
    const objection = objectionToSlip(kind, from, await this.units.find(toUnitId));
    if (objection) throw invalid([objection]);
    return { kind, fromUnitId, toUnitId };
  }

  /** The seal is opened to compare: a hash of what is sealed would be a trace of it. */
  private async sameAgain(work: Work, known: Known<SlipRow>, body: SendSlipDto): Promise<Known<SlipRow>> {
    const isSame =
      known.kind === body.kind &&
      known.fromUnitId === body.fromUnitId.toLowerCase() &&
      known.toUnitId === body.toUnitId.toLowerCase() &&
      known.subject === body.subject &&
      (await this.slips.holds(
        work,
        known,
        (sealed) => openContent(sealed, known.id, this.settings.payloadKeys) === body.content,
      ));
    if (!isSame) throw keyUsedOtherwise();
    return known;
  }
}
