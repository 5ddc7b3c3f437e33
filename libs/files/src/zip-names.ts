const ENTRY = [0x50, 0x4b, 0x01, 0x02] as const;
const ENTRY_BYTES = 46;
const NAME_LENGTH_AT = 28;
const NAMES_MAX = 5_000;

/** Names of a ZIP's parts, as its directory at the end of the file lists them; nothing is unpacked. */
export function zipNamesIn(tail: Uint8Array): string[] {
  const names: string[] = [];
  for (let at = 0; at + ENTRY_BYTES <= tail.length && names.length < NAMES_MAX; at += 1) {
    if (!ENTRY.every((byte, index) => tail[at + index] === byte)) continue;
    const length = tail[at + NAME_LENGTH_AT]! + tail[at + NAME_LENGTH_AT + 1]! * 256;
    names.push(textOf(tail.subarray(at + ENTRY_BYTES, at + ENTRY_BYTES + length)));
  }
  return names;
}

const textOf = (bytes: Uint8Array): string => String.fromCharCode(...bytes.subarray(0, 512));
