import { useState } from 'react';

/**
 * What was typed (「12.」) as long as it means what the answer has; `value` and `means`: as the answer has it, as a text. What is no
 * answer stays as it was typed, for the sentence that says so.
 */
export function useTyped(value: string, means: (text: string) => string) {
  const [text, setText] = useState(value);
  return { shown: means(text) === value ? text : value, setText };
}
