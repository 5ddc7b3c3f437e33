import {
  heldNames,
  payloadAt,
  payloadProblems,
  variablesOfPayload,
  type DeclaredPayload,
  type ExecutableProcess,
} from '@wuqing/bpmn-model';
import { err, ok, type JsonObject, type Result } from '@wuqing/kernel';
import type { Rejection } from '../rejection.js';
import { hasFlag } from '../context.js';
import { placeOf, type View } from '../view.js';

/**
 * What came with a message or a signal, as the process reads it: where it is declared (`wq:payload`) nothing else is taken.
 * Of what declares nothing the door takes nothing from people; versions from before the declarations are given what the
 * router lets through.
 */
export function receivedAt(view: View, elementId: string, values: JsonObject): Result<JsonObject, Rejection> {
  const { process, node } = placeOf(view, elementId);
  return declared(payloadAt(process, node.id), values, elementId, '消息内容不合规定');
}

/**
 * What the process itself says by a signal, as what waits in it reads it: of what is declared that which fits, and nothing
 * else. That the thrower says no more is a question of publication (`held-name`).
 */
export function heardAt(view: View, elementId: string, values: JsonObject): JsonObject {
  const { process, node } = placeOf(view, elementId);
  const payload = payloadAt(process, node.id);
  if (!payload) return values;
  const fields = payload.fields.filter(({ name }) => Object.hasOwn(values, name));
  const fitting = fields.filter(
    (field) => payloadProblems({ fields: [field] }, { [field.name]: values[field.name]! }).length === 0,
  );
  return variablesOfPayload({ fields: fitting }, values);
}

/** What a service answered: only what is declared (`wq:answer`), or else never a name that the process holds itself. */
export function answeredAt(view: View, elementId: string, values: JsonObject): Result<JsonObject, Rejection> {
  const { process, node } = placeOf(view, elementId);
  if (node.answer) return declared(node.answer, values, elementId, '服务的答复不合规定');
  const isOurs = node.type === 'serviceTask' && node.taskType.startsWith('wuqing.');
  if (isOurs || !hasFlag(view.context, 'held-names')) return ok(values);
  const held = heldNamesOf(process);
  const collected = node.loop?.kind === 'multiInstance' ? node.loop.outputCollection : undefined;
  // What a member brings under the name of its collection is its own.
  const taken = Object.keys(values).filter((name) => held.has(name) && name !== collected);
  if (taken.length === 0) return ok(values);
  const named = taken.slice(0, NAMED_MAX).join('、');
  return invalid(elementId, `服务的答复不合规定：${named} 由流程自己计算，服务不能改写。`);
}

const NAMED_MAX = 5;

function declared(
  payload: DeclaredPayload | undefined,
  values: JsonObject,
  elementId: string,
  what: string,
): Result<JsonObject, Rejection> {
  if (!payload) return ok(values);
  // What is required has been asked for at the door; here only what the process reads comes in.
  const problems = payloadProblems({ fields: payload.fields.map(optional) }, values);
  if (problems.length === 0) return ok(variablesOfPayload(payload, values));
  return invalid(elementId, `${what}：${problems.map(({ message }) => message).join('')}`);
}

const optional = <T extends { readonly required?: true }>({ required: _required, ...field }: T) => field;

const invalid = (elementId: string, message: string): Result<never, Rejection> =>
  err({ code: 'invalid', message, elementId });

/** Definitions never change. */
const known = new WeakMap<ExecutableProcess, ReadonlySet<string>>();

function heldNamesOf(process: ExecutableProcess): ReadonlySet<string> {
  const held = known.get(process) ?? heldNames(process);
  known.set(process, held);
  return held;
}
