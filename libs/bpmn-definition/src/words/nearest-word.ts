/** Which of the words was probably meant: the nearest one, where two or fewer signs of three differ. */
export function nearestWord(written: string, words: readonly string[]): string | undefined {
  const asked = plain(written);
  const limit = Math.max(1, Math.min(3, Math.floor(asked.length / 3)));
  let nearest: { word: string; distance: number } | undefined;
  for (const word of words) {
    if (Math.abs(word.length - written.length) > limit) continue;
    const distance = distanceOf(asked, plain(word));
    if (distance <= limit && (!nearest || distance < nearest.distance)) nearest = { word, distance };
  }
  return nearest?.word;
}

/** Words differ by more than the size of their letters and the signs between them. */
const plain = (word: string): string => word.slice(0, 60).toLowerCase().replace(/[-_.]/g, '');

/** Signs that are put in, left out, exchanged or turned round. */
function distanceOf(one: string, other: string): number {
  let before: number[] = [];
  let row = Array.from({ length: other.length + 1 }, (_none, at) => at);
  for (let at = 1; at <= one.length; at++) {
    const next = [at];
    for (let to = 1; to <= other.length; to++) {
      const same = one[at - 1] === other[to - 1];
      const turned = at > 1 && to > 1 && one[at - 1] === other[to - 2] && one[at - 2] === other[to - 1];
      next.push(
        Math.min(
          row[to]! + 1,
          next[to - 1]! + 1,
          row[to - 1]! + (same ? 0 : 1),
          ...(turned ? [before[to - 2]! + 1] : []),
        ),
      );
    }
    before = row;
    row = next;
  }
  return row[other.length]!;
}
