import { Injectable } from '@nestjs/common';
import { defaultHours, readHours } from '@wuqing/notifications';
import { UnitOfWork, keepNotificationRules, readNotificationRules, type Work } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { invalid } from '../http/problem.js';
import { Clock } from '../platform/clock.js';
import type { NotificationHoursDto, NotificationHoursView } from './dto/channel.dto.js';

/** The hours that hold. */
export async function hoursIn(work: Work): Promise<NotificationHoursView> {
  const kept = await readNotificationRules(work);
  return { ...(kept ?? defaultHours), unconfirmed: kept === undefined };
}

/** 免打扰时段 and 汇总时间, the town's data. */
@Injectable()
export class KeepNotificationHoursHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async execute(caller: Caller, written: NotificationHoursDto): Promise<NotificationHoursView> {
    caller.require('channel.configure', {});
    const hours = readHours(written);
    if (!hours.ok) throw invalid([{ path: '/digestAt', message: hours.error }]);
    const { quietFrom, quietTo, digestAt } = hours.value;
    const by = { personId: caller.personId, now: this.clock.now() };
    return this.unitOfWork.run(caller.actor, async (work) => {
      await keepNotificationRules(work, { quietFrom, quietTo, digestAt }, by);
      return hoursIn(work);
    });
  }
}
