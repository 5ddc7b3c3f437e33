import type { ImplicitThrow, Loop } from '@wuqing/bpmn-model';
import { required } from '@wuqing/kernel';
import { implicitThrowOf, loopOf, type SourceLoop } from '../source/loop.js';
import type { SourceNode } from '../source/source-model.js';
import { elementIn, localType } from '../xml/moddle-element.js';
import type { ExpressionCompiler } from './expression-compiler.js';

/** The loop of an activity; a drawing whose loop the linter refused does not come here. */
export function compileLoop(node: SourceNode, expressions: ExpressionCompiler): { readonly loop?: Loop } {
  const source = loopOf(node);
  if (!source) return {};
  return { loop: source.kind === 'standard' ? standard(source, expressions) : multiple(source, expressions) };
}

function standard({ element, condition }: SourceLoop, expressions: ExpressionCompiler): Loop {
  const while_ = expressions.compileOptional(condition);
  return {
    kind: 'standard',
    testBefore: element.testBefore === true,
    ...(while_ && { condition: while_ }),
    ...(typeof element.loopMaximum === 'number' && { maximum: element.loopMaximum }),
  };
}

function multiple(source: SourceLoop, expressions: ExpressionCompiler): Loop {
  const { inputElement, outputCollection } = source;
  const compiled = (
    ['inputCollection', 'cardinality', 'outputElement', 'completionCondition'] as const
  ).flatMap((name) => {
    const expression = expressions.compileOptional(source[name]);
    return expression ? [[name, expression] as const] : [];
  });
  const throws = throwsOf(source);
  return {
    kind: 'multiInstance',
    isSequential: source.element.isSequential === true,
    ...Object.fromEntries(compiled),
    ...(inputElement !== undefined && { inputElement }),
    ...(outputCollection !== undefined && { outputCollection }),
    ...(throws && { throws }),
  };
}

function throwsOf(source: SourceLoop): ImplicitThrow | undefined {
  const event = implicitThrowOf(source);
  if (!event) return undefined;
  const when = source.element.behavior === 'One' ? 'first' : 'each';
  const refersTo = (property: string): string =>
    required(elementIn(event, property)?.id, `a ${property} of ${event.id ?? 'an event definition'}`);
  switch (localType(event)) {
    case 'SignalEventDefinition':
      return { when, definition: { kind: 'signal', signal: refersTo('signalRef') } };
    case 'MessageEventDefinition':
      return { when, definition: { kind: 'message', message: refersTo('messageRef') } };
    default:
      return { when, definition: { kind: 'escalation', escalation: refersTo('escalationRef') } };
  }
}
