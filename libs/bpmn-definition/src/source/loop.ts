import { elementIn, localType, textIn, type ModdleElement } from '../xml/moddle-element.js';
import { nestsDeeper, zeebeOf } from './extension.js';
import { attributeOf, extensionOf } from './look-up.js';
import { depthMax, type SourceNode } from './source-model.js';

/** The loop of an activity as drawn; texts without white space around them, undefined where they are left out. */
export interface SourceLoop {
  readonly kind: 'standard' | 'multiInstance' | 'other';
  readonly element: ModdleElement;
  readonly condition: string | undefined;
  readonly cardinality: string | undefined;
  readonly completionCondition: string | undefined;
  readonly inputCollection: string | undefined;
  readonly inputElement: string | undefined;
  readonly outputCollection: string | undefined;
  readonly outputElement: string | undefined;
}

const kinds: Readonly<Record<string, SourceLoop['kind']>> = {
  StandardLoopCharacteristics: 'standard',
  MultiInstanceLoopCharacteristics: 'multiInstance',
};

export function loopOf(node: SourceNode): SourceLoop | undefined {
  const element = elementIn(node.element, 'loopCharacteristics');
  if (!element) return undefined;
  const zeebe = nestsDeeper(element, depthMax) ? [] : zeebeOf(element);
  const attribute = (name: string): string | undefined =>
    attributeOf(extensionOf(zeebe, 'loopCharacteristics'), name);
  const body = (name: string): string | undefined => {
    const expression = elementIn(element, name);
    return expression && (textIn(expression, 'body')?.trim() ?? '');
  };
  return {
    kind: kinds[localType(element)] ?? 'other',
    element,
    condition: body('loopCondition'),
    cardinality: body('loopCardinality'),
    completionCondition: body('completionCondition'),
    inputCollection: attribute('inputCollection'),
    inputElement: attribute('inputElement'),
    outputCollection: attribute('outputCollection'),
    outputElement: attribute('outputElement'),
  };
}

/** The event definition that behavior `None` or `One` throws. */
export function implicitThrowOf({ element }: SourceLoop): ModdleElement | undefined {
  const names: Readonly<Record<string, string>> = {
    None: 'noneBehaviorEventRef',
    One: 'oneBehaviorEventRef',
  };
  const name = names[String(element.behavior)];
  return name === undefined ? undefined : elementIn(element, name);
}
