import type { Json, JsonObject } from '@wuqing/kernel';
import type { ElementInstanceKey } from '../command.js';
import { hasFlag } from '../context.js';
import { bySerial } from '../element-instance-key.js';
import type { EngineEvent } from '../engine-event.js';
import type { ProcessInstanceState } from '../state.js';
import { isEmpty } from '../evolve/record.js';
import { isCollection, staysWith } from './member-names.js';
import { placeOf, type View, type Visit } from '../view.js';

/** All variables of a process instance together, as canonical JSON in UTF-8. */
export const VARIABLES_BYTES_MAX = 32 * 1024;

/** What a running member may have of its own before it uses up room of its case, in bytes. */
const MEMBER_BYTES = 96;

export type NameReader = (name: string) => Json | undefined;

/**
 * Reads a name in the scope `from` and outwards. A called process with inputs sees these and nothing of its caller;
 * the call activity's own mappings (`from` itself) see both.
 */
export function readerOf(view: View, from: ElementInstanceKey, over?: JsonObject): NameReader {
  const { variables, instances } = view.state;
  return (name) => {
    if (over && Object.hasOwn(over, name)) return over[name];
    for (let at: ElementInstanceKey | undefined = from; at !== undefined; at = instances[at]?.scope) {
      const values: JsonObject | undefined = variables[at];
      if (values && Object.hasOwn(values, name)) return values[name];
      if (at !== from && isSealed(view, at)) return undefined;
    }
    return undefined;
  };
}

/** `propagateAllParentVariables` decides; where it is left out, a called process with inputs sees nothing else. */
function isSealed(view: View, key: ElementInstanceKey): boolean {
  if (!isCall(view, key)) return false;
  const { node } = placeOf(view, view.state.instances[key]!.elementId);
  const all = node.type === 'callActivity' ? node.propagateAllParentVariables : undefined;
  return all === undefined ? node.io.inputs.length > 0 : !all;
}

function isCall(view: View, key: ElementInstanceKey): boolean {
  const instance = view.state.instances[key];
  return (
    instance !== undefined && !instance.loop && placeOf(view, instance.elementId).node.type === 'callActivity'
  );
}

/**
 * The facts that write `values` from the scope `from` outwards: each name to the nearest scope that owns it, else to
 * the outermost (the process, or the call activity inside a called process) — the rule of Zeebe.
 */
export function writesFrom(view: View, from: ElementInstanceKey, values: JsonObject): EngineEvent[] {
  const byOwner = new Map<ElementInstanceKey, Record<string, Json>>();
  for (const [name, value] of Object.entries(values)) {
    const owner = ownerOf(view, from, name);
    byOwner.set(owner, { ...byOwner.get(owner), [name]: value });
  }
  const innerFirst = [...byOwner].sort(([one], [other]) => bySerial(other, one));
  return innerFirst.map(([scope, owned]) => ({ type: 'VariablesSet', scope, values: owned }));
}

/** What a visit brings, from `from` outwards, save what stays with the visit itself. */
export function writesOf(
  view: View,
  visit: Visit,
  from: ElementInstanceKey,
  values: JsonObject,
  stays = staysWith(view, visit),
): EngineEvent[] {
  const all = Object.entries(values);
  const own = all.filter(([name]) => stays(name));
  if (own.length === 0) return writesFrom(view, from, values);
  const known = view.state.variables[visit.key] ?? {};
  const changes = own.filter(([name, value]) => !Object.hasOwn(known, name) || known[name] !== value);
  const others = Object.fromEntries(all.filter(([name]) => !stays(name)));
  return [
    ...(changes.length === 0
      ? []
      : [{ type: 'VariablesSet' as const, scope: visit.key, values: Object.fromEntries(changes) }]),
    ...writesFrom(view, from, others),
  ];
}

/** The list that a loop collects in is not written by name: inside, the member has a variable of its own by that name. */
function ownerOf(view: View, from: ElementInstanceKey, name: string): ElementInstanceKey {
  let inside: ElementInstanceKey | undefined;
  for (let at = from; ;) {
    const values = view.state.variables[at];
    const instance = view.state.instances[at];
    const owns = values && Object.hasOwn(values, name);
    const isTaken = owns && isCollection(view, at, name);
    if (isTaken && inside !== undefined) return inside;
    if ((owns && !isTaken) || !instance || isCall(view, at)) return at;
    inside = at;
    at = instance.scope;
  }
}

/**
 * Whether the variables keep under their cap when `values` come to them (overwritten values still count). Each member of a
 * multi-instance that runs adds `MEMBER_BYTES` to the cap: its number and its item come from the engine.
 */
export function fits(state: ProcessInstanceState, values: JsonObject): boolean {
  const { variables, instances } = state;
  if (isEmpty(values)) return true;
  let bytes = bytesOf(values) + '{}'.length;
  for (const key in variables) bytes += key.length + '"":,'.length + bytesOf(variables[key]!);
  if (bytes <= VARIABLES_BYTES_MAX) return true;
  const keepsOutput = hasFlag(state, 'member-keeps-its-output');
  for (const key in variables) {
    if (instances[key]?.member === undefined) continue;
    bytes -= MEMBER_BYTES + (keepsOutput ? unsetBytesOf(variables[key]!) : 0);
  }
  return bytes <= VARIABLES_BYTES_MAX;
}

/** A name under which a member has nothing yet comes from the engine too. */
const unsetBytesOf = (values: JsonObject): number =>
  Object.keys(values)
    .filter((name) => values[name] === null)
    .reduce((bytes, name) => bytes + utf8Length(name) + '"":null,'.length, 0);

/** Objects of variables are never changed but replaced. */
const measured = new WeakMap<JsonObject, number>();

/** Bytes of these values as JSON in UTF-8. The order of keys does not change them. */
function bytesOf(values: JsonObject): number {
  const known = measured.get(values);
  if (known !== undefined) return known;
  const bytes = utf8Length(JSON.stringify(values));
  measured.set(values, bytes);
  return bytes;
}

/** Of well-formed text: each half of a surrogate pair is two of its four bytes. */
function utf8Length(text: string): number {
  let bytes = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    bytes += unit < 0x80 ? 1 : unit < 0x800 || (unit >= 0xd800 && unit < 0xe000) ? 2 : 3;
  }
  return bytes;
}
