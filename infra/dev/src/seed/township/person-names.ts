import type { Person } from '@wuqing/organization';
import type { Choice } from './choice.js';

type Gender = Person['gender'];

/** The first names of one generation: every first character goes with every second one. */
interface GivenNames {
  readonly first: readonly string[];
  readonly second: readonly string[];
}

const characters = (text: string): readonly string[] => [...text];

export const surnames = [
  ...characters(
    '张王李赵孙刘陈杨黄周吴徐马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蒋蔡余杜叶程苏魏吕丁任沈姚卢傅钟姜崔谭范汪陆石戴贾夏邱方侯邹孟秦',
  ),
  '欧阳',
  '司徒',
  '上官',
];

/** From this year of birth on, parents chose from the newer lists. */
const NEWER_FROM = 1985;

const older: Readonly<Record<Gender, GivenNames>> = {
  female: {
    first: characters('桂秀玉凤淑翠彩巧月春秋爱瑞银素'),
    second: characters('英芹荣香莲霞芝云花菊环娥侠真珍'),
  },
  male: {
    first: characters('长广继传兴守学庆怀景维敬宪茂绪昭宗士'),
    second: characters('田林顺礼义仓坤存祥珂厚岭堂柱泉水'),
  },
};

const newer: Readonly<Record<Gender, GivenNames>> = {
  female: { first: characters('雨思若佳语梦欣晓'), second: characters('彤萱琪琳菲瑶妍宁') },
  male: { first: characters('梓浩宇俊嘉奕振文'), second: characters('航轩尧恺霖辰泽昊') },
};

/** Characters that many systems lose: one from extension A, one from extension E (two UTF-16 units), one plain but rare. */
export const rareCharacters = ['㛃', '𬭎', '骉'] as const;

export type RareCharacter = (typeof rareCharacters)[number];

export interface NameWish {
  readonly gender: Gender;
  readonly birthYear: number;
  /** Of a relative, where the person must carry it. */
  readonly surname?: string;
  readonly rareCharacter?: RareCharacter;
}

export interface ChosenName {
  readonly surname: string;
  readonly name: string;
}

/** A name that nobody in `taken` has. */
export function chooseName(wish: NameWish, taken: ReadonlySet<string>, choice: Choice): ChosenName {
  const { first, second } = (wish.birthYear >= NEWER_FROM ? newer : older)[wish.gender];
  for (;;) {
    const surname = wish.surname ?? choice.of(surnames);
    const name = surname + choice.of(first) + (wish.rareCharacter ?? choice.of(second));
    if (!taken.has(name)) return { surname, name };
  }
}
