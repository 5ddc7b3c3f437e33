import { PublicNoticeEntity } from './entities/public-notice.entity.js';
import type { Work } from './unit-of-work.js';

export type PublicNotice = Readonly<PublicNoticeEntity>;

/** Notices on one page, the newest first, and how many there are in all. */
export async function listNotices(
  work: Work,
  unitId: string | undefined,
  page: number,
  pageSize: number,
): Promise<{ rows: PublicNotice[]; total: number }> {
  const [rows, total] = await work.manager.findAndCount(PublicNoticeEntity, {
    where: unitId === undefined ? {} : { unitId },
    order: { publishedAt: 'DESC', id: 'DESC' },
    skip: (page - 1) * pageSize,
    take: pageSize,
  });
  return { rows, total };
}

export const findNotice = (work: Work, id: string): Promise<PublicNotice | null> =>
  work.manager.findOneBy(PublicNoticeEntity, { id });

/** What a case has made public, the oldest first. */
export const noticesOfCase = (work: Work, caseId: string): Promise<PublicNotice[]> =>
  work.manager.find(PublicNoticeEntity, { where: { caseId }, order: { publishedAt: 'ASC', id: 'ASC' } });
