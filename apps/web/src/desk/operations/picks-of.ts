import type { Element, LoopChoice, RunningElement, StepChoice } from '../../shared/contract.js';
import { typeWordOf, words } from '../../shared/words.js';
import type { Pick } from './picker.js';
import { tells } from './operation-words.js';

/** A step as people call it. */
export const nameOf = ({ name }: { readonly name: string }): string => name || words.unnamed;

/** Steps of a process, by kind and by the sub-process that they lie in. */
export const stepPicks = (steps: readonly StepChoice[]): Pick[] =>
  steps.map(({ elementId, name, type, within }) => ({
    value: elementId,
    label: nameOf({ name }),
    note: [typeWordOf(type), within && tells.within(within)].filter((part) => part).join(','),
  }));

/** Steps that run, by key; where several bear one name, each with its number. */
export const runningPicks = (running: readonly RunningElement[]): Pick[] =>
  running.map(({ key, elementId, name, type, isLoop }) => {
    const isOneOfSeveral =
      running.filter((other) => other.elementId === elementId && !other.isLoop).length > 1;
    const kind = isLoop ? tells.wholeLoop : typeWordOf(type);
    return {
      value: key,
      label: nameOf({ name }),
      note: isOneOfSeveral && !isLoop ? tells.visit(kind, key.slice(key.lastIndexOf('#') + 1)) : kind,
    };
  });

export const elementPicks = (elements: readonly Element[]): Pick[] =>
  elements.map(({ elementId, name }) => ({ value: elementId, label: nameOf({ name }) }));

export const memberPicks = ({ members }: LoopChoice): Pick[] =>
  members.map(({ number, state, assignee }) => ({
    value: String(number),
    label: tells.member(number),
    note: state === 'to-come' ? tells.toCome : tells.atWork(assignee),
  }));
