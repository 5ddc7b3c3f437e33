/** In the order in which they are tried: the shapes that betsy's expressions have, each a piece of Java. */
const SHAPES = [
  [/^[$#]\{(.*)\}$/s, '$1'],
  [/!\s*(\w+)\.equals\(("[^"]*")\)/g, '$1 != $2'],
  [/(\w+)\.equals\(("[^"]*")\)/g, '$1 = $2'],
  [/(\w+)\.contains\(("[^"]*")\)/g, 'contains($1, $2)'],
  [/(\w+)\.startsWith\(("[^"]*")\)/g, 'starts with($1, $2)'],
  [/(\w+)\.endsWith\(("[^"]*")\)/g, 'ends with($1, $2)'],
  [/==/g, '='],
  [/&&/g, ' and '],
  [/\|\|/g, ' or '],
  [/!(?!=)\s*(\w+(?: with)?\([^()]*\)|\w+)/g, 'not($1)'],
];

/** The FEEL that says what an expression of betsy says, with its leading `=`. */
export const feelOf = (text) =>
  `=${SHAPES.reduce((said, [shape, feel]) => said.replace(shape, feel), text.trim())}`;

/** Whether a piece of Java is left in it that no shape says in FEEL: a method that is called. */
export const isJava = (text) => /\.\s*\w+\(/.test(feelOf(text));
