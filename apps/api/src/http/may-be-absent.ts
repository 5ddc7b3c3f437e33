import { ValidateIf } from 'class-validator';

/**
 * A field that a client may leave out, and must not send as null: class-validator's own `IsOptional` lets null pass every
 * other rule, up to a handler that expects a value. ESLint refuses that one in this room.
 */
export const MayBeAbsent = (): PropertyDecorator => ValidateIf((_, value) => value !== undefined);
