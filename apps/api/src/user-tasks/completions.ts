import { Injectable } from '@nestjs/common';
import { validateSubmission, type FormDefinition } from '@wuqing/forms';
import type { JsonObject } from '@wuqing/kernel';
import { findCommand, namesRead, namesReadBy, type CommandRow, type Statements } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { isAddressedTo } from '../visibility/resources.js';
import { CommandSender, keyUsedOtherwise } from '../commands/command-sender.js';
import { Problem, conflict, invalid } from '../http/problem.js';
import { Clock } from '../platform/clock.js';
import { DefinitionStore } from '../platform/definition-store.js';
import { bodyHashOf, commandIdOf } from '../platform/fingerprint.js';
import { IdentitySeals } from '../visibility/identity-seals.js';
import { readVariables } from '../platform/process-facts.js';
import type { CompleteUserTaskDto } from './dto/complete-user-task.dto.js';
import { markOfDates } from './dated-entry.js';
import { caseDayOf, doorFactsOf, ownIdOf } from './door-facts.js';
import { SubmittedPicks } from './choices/submitted-picks.js';
import { SubmittedFiles } from '../files/submitted-files.js';
import { TaskReader, type SeenTask } from './task-reader.js';

/** What somebody fills in at a step, checked and kept as a command: by itself, or one of many. */
@Injectable()
export class Completions {
  constructor(
    private readonly tasks: TaskReader,
    private readonly definitions: DefinitionStore,
    private readonly files: SubmittedFiles,
    private readonly picks: SubmittedPicks,
    private readonly seals: IdentitySeals,
    private readonly sender: CommandSender,
    private readonly clock: Clock,
  ) {}

  /**
   * The command row of this completion, kept once whatever happens to the one who asks. A retry gets the first attempt's
   * answer, whatever has changed since: most requests are none, so that the first attempt is looked for only where
   * something stands in the way.
   */
  async keep(work: Statements, caller: Caller, request: CompletionRequest): Promise<CommandRow> {
    const { id, key, body } = request;
    const commandId = commandIdOf(caller.personId, `user-tasks/${id}`, key);
    try {
      return await this.fresh(work, caller, request, commandId);
    } catch (obstacle) {
      const known = obstacle instanceof Problem && (await findCommand(work, commandId));
      if (!known) throw obstacle;
      const { row, definition } = await this.tasks.require(work, caller, id, 'user-task.read');
      const form = (await this.definitions.form(definition, row.formKey)) ?? null;
      const { caseId } = row;
      const sealed = await this.seals.sealed(work, { form, data: body.submission as JsonObject, caseId });
      if (known.bodyHash !== sealedHashOf(body, sealed)) throw keyUsedOtherwise();
      return known;
    }
  }

  private async fresh(
    work: Statements,
    caller: Caller,
    { id, body }: CompletionRequest,
    commandId: string,
  ): Promise<CommandRow> {
    const seen = await this.tasks.requireFree(work, caller, id, 'user-task.complete');
    const { row } = seen;
    requireOpen(seen, body.rowVersion);
    const form = (await this.definitions.form(seen.definition, row.formKey)) ?? null;
    const { submission, reason } = this.validated(seen, form, body);
    await this.picks.require(work, seen, form, submission);
    const filled = { submission, form };
    const facts = await doorFactsOf(work, caller, seen, filled, caseDayOf(seen, this.clock.now()));
    const files = await this.files.of(work, caller, seen, { ...filled, commandId });
    const sealed = await this.seals.findable(work, { form, data: submission, caseId: row.caseId });
    return this.sender.keep(work, {
      id: commandId,
      caseId: row.caseId,
      unitId: row.unitId,
      actorId: caller.personId,
      kind: 'CompleteUserTask',
      body: {
        command: {
          type: 'CompleteUserTask',
          userTask: row.elementKey,
          variables: readVariables(await this.reads(work, seen), {
            ...sealed,
            ...facts,
          }),
        },
        submission: sealed,
        ...(files.length > 0 && { files }),
        ...(reason !== undefined && { reason }),
        onBehalfOf: caller.onBehalfOf(isAddressedTo(row.candidates)),
      },
      bodyHash: sealedHashOf(body, sealed),
      userTaskId: row.id,
      taskRowVersion: body.rowVersion,
    });
  }

  private reads(work: Statements, { row, definition }: SeenTask): Promise<readonly string[]> {
    return row.callers.length === 0
      ? namesReadBy(work, definition)
      : namesRead(work, [row.definitionChecksum, ...row.callers]);
  }

  /** A step without a form takes no fields. `reason`: what marks an entry afterwards. */
  private validated(
    seen: SeenTask,
    form: FormDefinition | null,
    { submission, pastEntryReason }: CompleteUserTaskDto,
  ): { readonly submission: JsonObject; readonly reason?: string | undefined } {
    if (!form) {
      const extra = Object.keys(submission).map((field) => ({
        path: `/${field}`,
        message: '此步骤没有表单，请勿填写内容。',
      }));
      if (extra.length > 0) throw invalid(extra);
      return { submission: {} };
    }
    const checked = validateSubmission(form, submission, ownIdOf(seen.row.elementId));
    if (!checked.ok) throw invalid(checked.error.map(({ path, message }) => ({ path, message })));
    const dates = { submission: checked.value, reason: pastEntryReason, now: this.clock.now() };
    return { submission: checked.value, reason: markOfDates(seen, form, dates) };
  }
}

export interface CompletionRequest {
  readonly id: string;
  readonly key: string;
  readonly body: CompleteUserTaskDto;
}

/** Of the request with what is sealed in it: a hash of a name that can be guessed would be a trace of it. */
const sealedHashOf = (body: CompleteUserTaskDto, submission: JsonObject): string =>
  bodyHashOf({ ...body, submission });

/** What the journal's transaction would refuse anyway is said at once. */
function requireOpen({ row }: SeenTask, rowVersion: number): void {
  if (row.state === 'completed') throw conflict('该任务已办结，请刷新待办。');
  if (row.state === 'canceled') throw conflict('该任务已撤回或取消，无须再办，请刷新待办。');
  if (row.rowVersion !== rowVersion) throw conflict('该任务在您打开后已有变化，请刷新后再提交。');
}
