import { isBlank, type Json, type JsonObject } from '@wuqing/kernel';
import type { KindFinding } from './ledger-kind.js';

/** Reads members of a kind's file, and collects what is wrong with them: reading goes on, so that all of it is said at once. */
export class KindReading {
  readonly findings: KindFinding[] = [];

  find(path: string, message: string): undefined {
    this.findings.push({ path, message });
    return undefined;
  }

  /** An object without members that nobody reads. */
  object(value: Json | undefined, path: string, members: readonly string[]): JsonObject {
    if (!isObject(value)) {
      this.find(path, '此处应为一组带名称的内容（JSON 对象）。');
      return {};
    }
    for (const key of Object.keys(value).filter((one) => !members.includes(one)))
      this.find(`${path}/${key}`, `没有「${key}」这一项，可用的有：${members.join('、')}。`);
    return value;
  }

  text(value: Json | undefined, path: string, what: string): string {
    if (typeof value === 'string' && !isBlank(value) && value.length <= 200) return value;
    this.find(path, `请填写${what}，不超过 200 字。`);
    return '';
  }

  optionalText(value: Json | undefined, path: string, what: string): string | undefined {
    return value === undefined ? undefined : this.text(value, path, what);
  }

  flag(value: Json | undefined, path: string, what: string): boolean {
    if (typeof value === 'boolean') return value;
    this.find(path, `${what}应为 true 或者 false。`);
    return false;
  }

  oneOf<const Choice extends string>(
    value: Json | undefined,
    path: string,
    choices: readonly Choice[],
  ): Choice {
    const found = choices.find((choice) => choice === value);
    if (found !== undefined) return found;
    this.find(path, `应为 ${choices.join('、')} 之一，收到「${shown(value)}」。`);
    return choices[0]!;
  }

  whole(value: Json | undefined, path: string, least: number, most: number): number {
    if (typeof value === 'number' && Number.isSafeInteger(value) && value >= least && value <= most)
      return value;
    this.find(path, `应为 ${least} 至 ${most} 的整数，收到「${shown(value)}」。`);
    return least;
  }

  /** A list of texts without repetition. */
  texts(value: Json | undefined, path: string, least: number): readonly string[] {
    const items = this.list(value, path, least).filter((item) => typeof item === 'string');
    if (Array.isArray(value) && items.length !== value.length) this.find(path, '这个列表的每一项应为文字。');
    if (new Set(items).size !== items.length) this.find(path, '这个列表中有重复的项。');
    return items;
  }

  list(value: Json | undefined, path: string, least: number): readonly Json[] {
    if (Array.isArray(value) && value.length >= least) return value as readonly Json[];
    this.find(path, least > 0 ? `应为至少 ${least} 项的列表。` : '应为列表。');
    return [];
  }
}

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const shown = (value: Json | undefined): string => (JSON.stringify(value) ?? '无').slice(0, 60);
