import { isWalled } from '@wuqing/access';
import type { ExecutableProcess } from '@wuqing/bpmn-model';
import type { InboxRow, ObjectionMark, ProcessDefinitionVersion } from '@wuqing/persistence';
import { stepsHeardFromOutside } from '../cases/heard-outside.js';
import { shownMinute } from '../http/shown-moment.js';
import { stepLevelOf } from '../platform/process-facts.js';
import type { Known } from '../visibility/known.js';
import { ownIdOf } from './door-facts.js';
import type { RowFlagView } from './dto/user-task.view.js';

export interface ToldOfRow {
  readonly actingFor: readonly string[];
  /** What the step answers, where it answers a villager. */
  readonly heard: Known<ObjectionMark> | undefined;
}

/** By the process as it was compiled, which is the same object as long as it is kept. */
const heardSteps = new WeakMap<ExecutableProcess, ReadonlySet<string>>();

/** Whether nothing but what somebody outside says opens this step. */
export function answersOutsiders(
  { elementId }: Pick<InboxRow, 'elementId'>,
  { compiled }: ProcessDefinitionVersion,
): boolean {
  const steps = heardSteps.get(compiled) ?? new Set(stepsHeardFromOutside(compiled));
  heardSteps.set(compiled, steps);
  return steps.has(ownIdOf(elementId));
}

/** What is to be known of a row before one opens it, the most telling first. */
export function flagsOf(
  row: InboxRow,
  definition: ProcessDefinitionVersion,
  { actingFor, heard }: ToldOfRow,
): RowFlagView[] {
  const flags: (RowFlagView | false | undefined)[] = [
    heard ? { kind: 'heard', text: heardText(heard) } : comesAgain(row, definition),
    row.rungsTold > 0 && { kind: 'supervised', text: `督办第 ${row.rungsTold} 级` },
    isWalled(stepLevelOf(definition.compiled, row.elementId)) && { kind: 'walled', text: '限知悉人' },
    actingFor.length > 0 && { kind: 'acting', text: `代 ${actingFor.join('、')}` },
  ];
  return flags.filter((flag) => flag !== false && flag !== undefined);
}

/** 「异议（内容）11-27 19:40 收到」: several to one notice are told apart by it, and nobody who raised them is named. */
const heardText = ({ ground, receivedAt }: ObjectionMark): string =>
  `异议（${ground}）${shownMinute(receivedAt).slice(5)} 收到`;

/** A loop comes to its step once for each member, and outsiders may speak any number of times: that is not once more. */
function comesAgain(row: InboxRow, definition: ProcessDefinitionVersion): RowFlagView | undefined {
  const node = definition.compiled.nodes[row.elementId];
  const isLoop = node !== undefined && 'loop' in node && node.loop;
  if (row.visit <= 1 || isLoop || answersOutsiders(row, definition)) return undefined;
  return { kind: 'resubmitted', text: `第 ${row.visit} 次送审` };
}
