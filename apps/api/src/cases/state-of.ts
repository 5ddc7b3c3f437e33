import { evolve, initialState, type JournalEntry, type ProcessInstanceState } from '@wuqing/bpmn-engine';

/** Where a case stands, by its whole journal as it was written; what it calls lies in it under ids with a `/`. */
export const stateOf = (entries: readonly Pick<JournalEntry, 'events'>[]): ProcessInstanceState =>
  entries.flatMap(({ events }) => events).reduce(evolve, initialState());
