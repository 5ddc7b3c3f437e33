export const maskKinds = ['phone', 'idcard', 'bank', 'name'] as const;

export type MaskKind = (typeof maskKinds)[number];

/** Characters kept at the start and at the end; everything between becomes `*`. */
const KEPT: Record<MaskKind, readonly [number, number]> = {
  phone: [3, 4],
  idcard: [3, 4],
  bank: [0, 4],
  name: [1, 0],
};

/** `13800001234` → `138****1234`, `张小明` → `张**`. A number that would hide fewer than four digits is hidden whole. */
export function maskText(kind: MaskKind, text: string): string {
  const letters = [...text];
  const [start, end] = KEPT[kind];
  const hidden = letters.length - start - end;
  if (hidden < (kind === 'name' ? 1 : 4)) return '*'.repeat(letters.length);
  return letters.slice(0, start).join('') + '*'.repeat(hidden) + letters.slice(letters.length - end).join('');
}
