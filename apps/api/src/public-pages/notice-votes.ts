import { bodyNames, meetingFigures, type Body, type MeetingFigures } from '@wuqing/deliberation';
import type { JsonObject } from '@wuqing/kernel';
import type { NoticeFieldView } from './dto/notice.view.js';

type Needed = (figures: MeetingFigures) => string | null;

const atLeast = (figure: MeetingFigures['women']): string | null => figure && `不少于 ${figure.needed} 人`;

const COUNTED: readonly (readonly [key: string, title: string, unit: string, needed?: Needed])[] = [
  ['shouldAttend', '应到', '人'],
  ['present', '实到', '人', ({ quorum }) => atLeast(quorum)],
  ['womenPresent', '其中妇女', '人', ({ women }) => atLeast(women)],
  ['yes', '同意', '票', ({ majority }) => majority && `须 ${majority.needed} 票`],
  ['no', '反对', '票'],
  ['abstain', '弃权', '票'],
];

/**
 * The figures of a ballot, beside them what the law asks of that body; never a person's choice. `body`: who met, null where
 * that is not known, and then nothing stands beside them.
 */
export function votesOf(counts: JsonObject, body: Body | null): NoticeFieldView[] {
  const figures = body && figuresOf(counts, body);
  return COUNTED.flatMap(([key, title, unit, needed]) =>
    typeof counts[key] === 'number'
      ? [
          {
            key,
            title,
            value: `${counts[key]} ${unit}`,
            note: (figures && needed?.(figures)) ?? null,
            isLong: false,
          },
        ]
      : [],
  );
}

function figuresOf(counts: JsonObject, body: Body): MeetingFigures | null {
  const { heldOn, shouldAttend, present, womenShould, basis } = counts;
  if (typeof heldOn !== 'string' || typeof shouldAttend !== 'number' || typeof present !== 'number')
    return null;
  return meetingFigures({
    ...{ body, heldOn, shouldAttend, present },
    ...(typeof womenShould === 'number' && { womenShould }),
    ...((basis === '18岁以上村民' || basis === '户代表') && body === 'villagers-assembly' && { basis }),
  });
}

/** 「谁决定的：村民代表会议，2026-11-20」. */
export const decidedBy = ({ heldOn }: JsonObject, body: Body | null): NoticeFieldView[] =>
  body === null || typeof heldOn !== 'string'
    ? []
    : [
        {
          key: 'decidedBy',
          title: '谁决定的',
          value: `${bodyNames[body]}，${heldOn}`,
          note: null,
          isLong: false,
        },
      ];
