import { choicesList } from '../client/api.js';
import type { Found } from './use-found.js';

/** Whom the fields of a form may name. */
export interface Choices {
  /** What the form belongs to: two forms have two lists. */
  readonly of: string;
  readonly find: (field: string, search: string) => Promise<Found>;
}

export const choicesOfTask = (id: string): Choices => ({
  of: id,
  find: async (field, search) => (await choicesList({ path: { id }, body: { field, search } })).data,
});

/** Of a form in which nobody is chosen. */
export const NO_CHOICES: Choices = {
  of: 'nobody',
  find: () => Promise.reject(new Error('Expected no field of people or villages here')),
};
