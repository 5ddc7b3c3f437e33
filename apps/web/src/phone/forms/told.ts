import type { FieldProps } from '../../forms/field-props.js';

/** What a control tells whoever listens: that something is wrong, and where it says what. */
export const told = ({ problem, id }: Pick<FieldProps, 'problem' | 'id'>) =>
  problem === undefined ? {} : { 'aria-invalid': true, 'aria-describedby': `${id}-problem` };

export const look = (name: string, problem: string | undefined): string =>
  problem === undefined ? name : `${name} err`;
