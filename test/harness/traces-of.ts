/** A text as it would stand in a column, in JSON that escapes it, in a payload, or in a log. */
export const tracesOf = (text: string): readonly string[] => [
  text,
  JSON.stringify(text).replace(/[^\0-\x7f]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16)}`),
  Buffer.from(text).toString('hex'),
  ...[0, 1, 2].map((shift) =>
    Buffer.from(`${'x'.repeat(shift)}${text}`)
      .toString('base64')
      .slice(4, 20),
  ),
];
