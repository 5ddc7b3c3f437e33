import { pinyin } from 'pinyin-pro';

/** 「psg」 finds 「排水沟」; so do its characters, in a row and anywhere in the name. */
export function matches(name: string, text: string): boolean {
  if (text === '' || name.includes(text)) return true;
  const initials = pinyin(name, { pattern: 'first', toneType: 'none', type: 'array' }).join('');
  return initials.includes(text.toLowerCase());
}
