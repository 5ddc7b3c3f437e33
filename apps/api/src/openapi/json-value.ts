/** Any JSON value but null: what a field of a form holds, or a member of a list that a variable gives. */
export const JSON_VALUE = {
  oneOf: [
    { type: 'string' },
    { type: 'number' },
    { type: 'boolean' },
    { type: 'array', items: {} },
    { type: 'object' },
  ],
};
