import { pinyin } from 'pinyin-pro';

/**
 * The initials of a text's pinyin, its Latin letters and digits as themselves, everything else left out: 「第3组道路」 →
 * `d3zdl`. A character that has several sounds has the one of the words around it; one that no dictionary knows is left out.
 */
export function initialsOf(text: string): string {
  const sounds = pinyin(text.normalize('NFKC'), { pattern: 'first', toneType: 'none', type: 'array' });
  return sounds.map(typed).join('');
}

/** What a sign is typed as, by an ASCII keyboard. */
const typed = (sound: string): string => (/^[a-z0-9]+$/i.test(sound) ? sound.toLowerCase() : '');
