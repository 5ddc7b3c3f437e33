/**
 * Why we and the list of BPMNspector judge a file differently, by the constraint that we find broken, or that it says is
 * broken and we do not find. A difference that stands not here is unexplained, and the run says so.
 */
const REFUSED = {
  'dangling-reference':
    'The file refers to an element that it does not hold. The list gives it as an example of one constraint alone, which we find kept; what a file refers to must be there, so we refuse it all the same.',
};
const ACCEPTED = {
  'EXT.001':
    'Whether a file that is imported exists cannot be said of one file: publication takes one, and the list has no other beside it.',
};

/** The explanation of a row, or undefined. `broken`: names of the constraints that we find broken. */
export function explanationOf({ expected, constraint, broken }) {
  if (expected === 'invalid') return own(ACCEPTED, constraint);
  const reasons = [...new Set(broken)].map((name) => own(REFUSED, name));
  return reasons.includes(undefined) ? undefined : reasons.join(' ');
}

const own = (table, name) => (Object.hasOwn(table, name) ? table[name] : undefined);
