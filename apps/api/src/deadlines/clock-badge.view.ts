import { ApiProperty } from '@nestjs/swagger';
import { instant, type Instant } from '@wuqing/kernel';
import { badgeOf } from '@wuqing/service-level';
import type { ListedClock } from '@wuqing/persistence';
import type { Known } from '../visibility/known.js';
import { localDate, parseLocalDate, type IndexedCalendar } from '@wuqing/working-calendar';
import { shownMoment, shownMs } from '../http/shown-moment.js';
import { dayOf } from '../platform/clock.js';

export class ClockBadgeView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ enum: ['●', '▲', '■', '‖', '✓', '✓!'] }) shape!: string;
  @ApiProperty({ enum: ['ok', 'warn', 'late', 'paused', 'done', 'done-late'] }) tone!: string;
  @ApiProperty({ description: '剩 4 工作日' }) text!: string;
  @ApiProperty({ format: 'date' }) dueOn!: string;
  @ApiProperty({ format: 'date-time', description: '期限届满：当日 24:00' }) dueAt!: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: '下一级督办：下班时间' })
  nextRungAt!: string | null;
  @ApiProperty({ enum: ['running', 'paused', 'stopped'] }) state!: string;
  @ApiProperty({ description: '暂定：该年度放假安排尚未导入' }) provisional!: boolean;
  @ApiProperty({ description: '待镇确认' }) unconfirmed!: boolean;
}

const momentOf = (at: string | number | null): Instant | null => (at === null ? null : instant(shownMs(at)));

/** The badge of a clock row at `caseNow`, the case's own time. */
export function clockBadgeOf(
  row: Known<ListedClock>,
  caseNow: number,
  calendar: IndexedCalendar,
): ClockBadgeView {
  const face = {
    // A day that other hands put beyond the calendar is shown as today's: whoever looks sees that it cannot be.
    dueOn: parseLocalDate(row.dueOn) ?? localDate(dayOf(caseNow)),
    provisional: row.provisional,
    instants: row.instants.map(({ kind, at }) => ({ kind, at: instant(Date.parse(at)) })),
    state: row.state,
    breachedAt: momentOf(row.breachedAt),
    stoppedAt: momentOf(row.stoppedAt),
  };
  const badge = badgeOf(face, instant(caseNow), calendar);
  return {
    shape: badge.shape,
    text: badge.text,
    tone: badge.tone,
    dueOn: badge.dueOn,
    provisional: badge.provisional,
    id: row.id,
    name: row.name,
    dueAt: shownMoment(badge.dueAt),
    nextRungAt: badge.nextRungAt === null ? null : shownMoment(badge.nextRungAt),
    state: row.state,
    unconfirmed: row.policy.unconfirmed === true,
  };
}
