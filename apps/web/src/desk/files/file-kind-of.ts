import { formWords } from '../../words/form.words.js';

const PICTURES: readonly string[] = ['jpg', 'jpeg', 'png', 'webp', 'heic', 'gif'];

/** 「图」, 「PDF」 or 「文」, by the ending of the name, for the eye alone: what a file is its content says. */
export function fileKindOf(name: string): string {
  const ending = /\.(\w{1,5})$/.exec(name)?.[1]?.toLowerCase() ?? '';
  if (PICTURES.includes(ending)) return formWords.picture;
  return ending === 'pdf' ? 'PDF' : formWords.document;
}
