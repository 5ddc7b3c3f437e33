import { shownSize } from '@wuqing/kernel';
import type { FileRule } from './file-rule.js';
import { mediaTypes, type MediaTypeName } from './media-type.js';

const acceptText = (accept: readonly MediaTypeName[]): string =>
  accept.map((name) => mediaTypes[name].words).join('、');

/** What is said to whoever uploads a file that is not taken: what was expected, and what to do. */
export const refusal = {
  empty: '这是一个空文件，没有内容，请重新选择。',
  tooLarge: ({ bytesMax }: Pick<FileRule, 'bytesMax'>): string =>
    `文件超过上限（${shownSize(bytesMax)}），请压缩或拆分后再上传。`,
  tooMany: ({ countMax }: Pick<FileRule, 'countMax'>): string =>
    `此栏最多 ${countMax} 个文件，请先删除不需要的。`,
  otherType: ({ accept }: Pick<FileRule, 'accept'>): string =>
    `文件内容不是此栏接收的类型（${acceptText(accept)}），请换一个文件。网页、SVG、程序和带宏的文档一律不收。`,
  brokenPicture: '图片不完整或已损坏，请重新拍照或另存后再上传。',
  hugePicture: '图片的尺寸过大，无法处理，请缩小后再上传。',
  markupInPicture: '图片里夹带了网页代码，不能接收，请重新拍照或另存后再上传。',
  largePicture: (bytesMax: number): string => `图片超过上限（${shownSize(bytesMax)}），请压缩后再上传。`,
  infected: '病毒检查发现此文件带有病毒，不能接收，请处理后再上传。',
} as const;
