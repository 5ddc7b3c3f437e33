import { Injectable } from '@nestjs/common';
import { UnitOfWork, systemActor, type PublicNotice, type UnitRow } from '@wuqing/persistence';
import { UnitDirectory } from '../access/unit-directory.js';
import { nothingPublic } from '../http/problem.js';
import { shownMoment } from '../http/shown-moment.js';
import { Clock, dayOf } from '../platform/clock.js';
import type { Known } from '../visibility/known.js';
import { VisibleRecords } from '../visibility/visible-records.js';
import type { BoardFilterDto, BoardKey, NoticePageView, NoticeView } from './dto/notice.view.js';

const PAGE_SIZE = 20;
const DAY_MS = 86_400_000;
export const READER = systemActor('public-pages');

export interface BoardContent {
  readonly village: UnitRow;
  /** Empty where a month is asked for. */
  readonly hanging: readonly NoticeView[];
  readonly past: NoticePageView;
}

/** What villages have made public; anyone may read it. */
@Injectable()
export class NoticesQuery {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly records: VisibleRecords,
    private readonly units: UnitDirectory,
    private readonly clock: Clock,
  ) {}

  async page(
    villageCode: string | undefined,
    { board, month, page }: BoardFilterDto,
    endedAt?: number,
  ): Promise<NoticePageView> {
    const unit = villageCode === undefined ? undefined : await this.village(villageCode);
    const asked = {
      page,
      pageSize: PAGE_SIZE,
      ...(unit && { unitId: unit.id }),
      ...(board && { board }),
      ...(month && { month }),
      ...(endedAt !== undefined && { endedAt }),
    };
    const { rows, total } = await this.unitOfWork.run(READER, (work) => this.records.notices(work, asked));
    const items = await this.views(rows);
    return { items, page, pages: Math.max(1, Math.ceil(total / PAGE_SIZE)) };
  }

  /** What hangs and what hung; of a month all of it together. */
  async board(code: string, asked: BoardFilterDto): Promise<BoardContent> {
    const village = await this.village(code);
    if (asked.month !== undefined) return { village, hanging: [], past: await this.page(code, asked) };
    const now = this.clock.now();
    const { board } = asked;
    const hanging = await this.unitOfWork.run(READER, (work) =>
      this.records.hangingNotices(work, { unitId: village.id, now, ...(board && { board }) }),
    );
    return { village, hanging: await this.views(hanging), past: await this.page(code, asked, now) };
  }

  async village(code: string): Promise<UnitRow> {
    const unit = (await this.units.villages()).find((village) => village.code === code);
    if (!unit) throw nothingPublic('没有这个村的公开栏，请从村列表中选择。');
    return unit;
  }

  /** Notices whose papers bear this code, as it is kept. */
  async byCode(code: string): Promise<NoticeView[]> {
    return this.views(await this.unitOfWork.run(READER, (work) => this.records.noticesByCode(work, code)));
  }

  private async views(rows: readonly Known<PublicNotice>[]): Promise<NoticeView[]> {
    const units = await this.units.all();
    return rows.map((row) => noticeViewOf(row, units, this.clock.now()));
  }
}

/** Name of the topmost unit above it. */
export function townOf(unit: UnitRow | undefined, units: readonly UnitRow[]): string {
  let top = unit;
  for (let above = top; above; above = units.find(({ id }) => id === above?.parentId)) top = above;
  return top?.name ?? '';
}

/** `now`: epoch ms; a case that lives on another day counts its own days. */
export function noticeViewOf(row: Known<PublicNotice>, units: readonly UnitRow[], now: number): NoticeView {
  const unit = units.find(({ id }) => id === row.unitId);
  const { id, kind, board, title, fromOn, toOn, publishedAt, verificationCode, clockOffsetMs } = row;
  const today = dayOf(now + clockOffsetMs);
  const daysLeft = toOn === null ? Number.NaN : (Date.parse(toOn) - Date.parse(today)) / DAY_MS;
  return {
    id,
    kind,
    board: board as BoardKey,
    title,
    village: unit?.name ?? '',
    villageCode: unit?.code ?? '',
    town: townOf(unit, units),
    from: fromOn,
    to: toOn,
    publishedAt: shownMoment(publishedAt),
    hangs: daysLeft >= 0,
    daysLeft: daysLeft >= 0 ? daysLeft : null,
    verificationCode,
  };
}
