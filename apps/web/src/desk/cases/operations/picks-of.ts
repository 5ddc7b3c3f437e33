import type { ElementView, LoopChoiceView, RunningElementView, StepChoiceView } from '../../../client/api.js';
import { typeWordOf, words } from '../../../words/words.js';
import type { Pick } from './picker.js';
import { tells } from '../../../words/operation.words.js';

/** A step as people call it. */
export const nameOf = ({ name }: { readonly name: string }): string => name || words.unnamed;

/** Steps of a process, by kind and by the sub-process that they lie in. */
export const stepPicks = (steps: readonly StepChoiceView[]): Pick[] =>
  steps.map(({ elementId, name, type, within }) => ({
    value: elementId,
    label: nameOf({ name }),
    note: [typeWordOf(type), within && tells.within(within)].filter((part) => part).join('，'),
  }));

/** Steps that run, by key; where several bear one name, each with its number. */
export const runningPicks = (running: readonly RunningElementView[]): Pick[] =>
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

export const elementPicks = (elements: readonly ElementView[]): Pick[] =>
  elements.map(({ elementId, name }) => ({ value: elementId, label: nameOf({ name }) }));

export const memberPicks = ({ members }: LoopChoiceView): Pick[] =>
  members.map(({ number, state, assignee }) => ({
    value: String(number),
    label: tells.member(number),
    note: state === 'to-come' ? tells.toCome : tells.atWork(assignee),
  }));
