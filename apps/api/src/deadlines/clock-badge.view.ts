import { ApiProperty } from '@nestjs/swagger';
import { instant, type Instant } from '@wuqing/kernel';
import { badgeOf } from '@wuqing/service-level';
import type { ClockRow } from '@wuqing/persistence';
import type { Known } from '../visibility/known.js';
import { localDate, type IndexedCalendar } from '@wuqing/working-calendar';

export class ClockBadgeView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ enum: ['●', '▲', '■', '‖', '✓', '✓!'] }) shape!: string;
  @ApiProperty({ enum: ['ok', 'warn', 'late', 'paused', 'done', 'done-late'] }) tone!: string;
  @ApiProperty({ description: '剩 4 工作日' }) text!: string;
  @ApiProperty({ format: 'date' }) dueOn!: string;
  @ApiProperty({ format: 'date-time' }) dueAt!: string;
  @ApiProperty({ enum: ['running', 'paused', 'stopped'] }) state!: string;
  @ApiProperty({ description: '暂定:该年度放假安排尚未导入' }) provisional!: boolean;
  @ApiProperty({ description: '待镇确认' }) unconfirmed!: boolean;
}

const momentOf = (iso: string | null): Instant | null => (iso === null ? null : instant(Date.parse(iso)));

/** The badge of a clock row at `caseNow`, the case's own time. */
export function clockBadgeOf(
  row: Known<ClockRow>,
  caseNow: number,
  calendar: IndexedCalendar,
): ClockBadgeView {
  const face = {
    dueOn: localDate(row.dueOn),
    provisional: row.provisional,
    instants: row.instants.map(({ kind, at }) => ({ kind, at: instant(Date.parse(at)) })),
    state: row.state,
    breachedAt: momentOf(row.breachedAt),
    stoppedAt: momentOf(row.stoppedAt),
  };
  const badge = badgeOf(face, instant(caseNow), calendar);
  return {
    ...badge,
    id: row.id,
    name: row.name,
    dueAt: new Date(badge.dueAt).toISOString(),
    state: row.state,
    unconfirmed: row.policy['unconfirmed'] === true,
  };
}
