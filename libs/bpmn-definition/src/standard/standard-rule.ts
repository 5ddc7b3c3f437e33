import { labelOf } from '../source/look-up.js';
import type { ModdleElement } from '../xml/moddle-element.js';
import type { StandardModel } from './standard-model.js';

/** A constraint that BPMN 2.0.2 states in its text, beyond its XML schema. */
export interface StandardRule {
  /** Its number in the list of BPMNspector, or a name of our own where that has none. */
  readonly constraint: string;
  /** Other numbers of that list that ask the same. */
  readonly alike?: readonly string[];
  /**
   * Not asked at publication: we take every expression for FEEL, know a message by name and key and a collection by extension,
   * and a gateway that only passes on harms nobody. `executable` is asked of a model of BPMN's Common Executable sub-class
   * alone, `every` of each that others shall read.
   */
  readonly forOthers?: 'executable' | 'every';
  /** What the standard asks, in a sentence. */
  readonly says: string;
  readonly find: (model: StandardModel) => readonly StandardFinding[];
}

export interface StandardFinding {
  readonly element: ModdleElement;
  /** A Chinese sentence that says what to do. */
  readonly message: string;
}

export type Broken = (element: ModdleElement, model: StandardModel) => boolean;

/** A constraint on each element of some types. `advice` follows the element's name in the sentence that is shown. */
export const ruleOf = (
  constraint: string,
  says: string,
  types: readonly string[],
  broken: Broken,
  advice: string,
): StandardRule => ({
  constraint,
  says,
  find: (model) =>
    types
      .flatMap((type) => model.all(type))
      .filter((element) => broken(element, model))
      .map((element) => findingAt(element, advice)),
});

export const alike = (rule: StandardRule, ...constraints: readonly string[]): StandardRule => ({
  ...rule,
  alike: constraints,
});

export const forOthers = (
  whose: 'executable' | 'every',
  ...rules: readonly StandardRule[]
): readonly StandardRule[] => rules.map((rule) => ({ ...rule, forOthers: whose }));

/** `advice` follows the element's name. */
export const findingAt = (element: ModdleElement, advice: string): StandardFinding => ({
  element,
  message: `${nameOf(element)}${advice}`,
});

/** How a person knows an element: its name or id, else that of what contains it. */
function nameOf(element: ModdleElement): string {
  for (let at: ModdleElement | undefined = element; at; at = at.$parent)
    if (at.id !== undefined) return labelOf({ element: at, id: at.id });
  return '文件';
}
