import { Injectable } from '@nestjs/common';
import type { ExecutableProcess, MessageDefinition, PayloadField } from '@wuqing/bpmn-model';
import {
  findObjection,
  heardBefore,
  photosOfObjections,
  type HeardMessage,
  type ObjectionPhotoRow,
  type ObjectionRow,
  type ProcessDefinitionVersion,
  type SubmissionRow,
  type Work,
} from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { CaseReader, type SeenCase } from './case-reader.js';
import { asKnown, type Known } from './known.js';
import { taskResource } from './resources.js';
import { OBJECTION } from './visible-objections.js';
import type { SeenTask } from './visible-records.js';

/** The variable that says on whose account a message was sent: the objector, the reporter. */
const FROM_WHOM = 'messageFrom';

/** What was said from outside to the step that its reader has before him. */
export interface HeardWords {
  readonly message: Known<HeardMessage>;
  /** What the event is called that received it. */
  readonly event: string | undefined;
  /** What the message declares, without what is not the reader's to know. */
  readonly fields: readonly PayloadField[];
  /** Where a villager wrote it on the page of a notice. */
  readonly objection: Known<ObjectionRow> | undefined;
  readonly photos: readonly Known<ObjectionPhotoRow>[];
  /** Whether the reader may be told on whose account it was said. */
  readonly named: boolean;
}

/** A step that was done, by the version that it was done by. */
export interface DoneStep {
  readonly definition: ProcessDefinitionVersion;
  readonly submission: Pick<SubmissionRow, 'elementId' | 'userTaskId'>;
}

/** What opened a step from outside, for whoever reads the step: he is to answer it. */
@Injectable()
export class VisibleHeard {
  constructor(private readonly cases: CaseReader) {}

  /** `elementIds`: the steps that nothing but a message opens. Undefined where none opened this one. */
  async ofTask(
    work: Work,
    caller: Caller,
    seen: SeenTask,
    elementIds: readonly string[],
  ): Promise<HeardWords | undefined> {
    const { row, definition } = seen;
    const message = await heardBefore(work, row.id, elementIds);
    if (!message) return undefined;
    return this.wordsOf(work, message, definition, async (eventId, name) => {
      if (name === OBJECTION) return caller.may('objector.read', taskResource(row, definition));
      const sight = await this.cases.sightOf(work, caller, { ...row, id: row.caseId }, definition);
      return sight.knowsSender(eventId, '');
    });
  }

  /**
   * The same of a step that is done, for a paper about the case that goes from hand to hand: nobody is named in it. Undefined where no
   * message opened the step, or the reader may not know of it.
   */
  async ofDone(
    work: Work,
    { sight }: SeenCase,
    { definition, submission }: DoneStep,
  ): Promise<HeardWords | undefined> {
    if (!sight.knows(submission.elementId)) return undefined;
    const message = await heardBefore(work, submission.userTaskId, [submission.elementId]);
    if (!message) return undefined;
    return this.wordsOf(work, message, definition, () => false);
  }

  /** `isNamed`: who objects is not told to those who are objected to; of anything else whoever may know of its sender is told. */
  private async wordsOf(
    work: Work,
    message: HeardMessage,
    { compiled }: ProcessDefinitionVersion,
    isNamed: (eventId: string, name: string) => boolean | Promise<boolean>,
  ): Promise<HeardWords> {
    const own = message.elementId.slice(message.elementId.lastIndexOf('/') + 1);
    const declared = messageAt(compiled, own);
    const named = declared !== undefined && (await isNamed(own, declared.name));
    const objection = message.messageId === null ? undefined : await findObjection(work, message.messageId);
    return {
      message: asKnown(message),
      event: compiled.nodes[own]?.name,
      fields: (declared?.payload?.fields ?? []).filter(({ variable }) => named || variable !== FROM_WHOM),
      objection: objection && asKnown(objection),
      photos: objection ? (await photosOfObjections(work, [objection.id])).map(asKnown) : [],
      named,
    };
  }
}

/** The message for which this element waits; undefined where it waits for none, or a newer version has no such element. */
function messageAt({ nodes, messages }: ExecutableProcess, elementId: string): MessageDefinition | undefined {
  const node = Object.hasOwn(nodes, elementId) ? nodes[elementId]! : undefined;
  const key =
    node?.type === 'receiveTask'
      ? node.message
      : node && 'definition' in node && node.definition?.kind === 'message'
        ? node.definition.message
        : undefined;
  return key === undefined ? undefined : messages[key];
}
