import { Injectable } from '@nestjs/common';
import type { Action, Resource } from '@wuqing/access';
import {
  findAnyCase,
  userTasksOfCase,
  type CaseRow,
  type ProcessDefinitionVersion,
  type UserTaskRow,
  type Work,
} from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { caseResource } from '../access/resources.js';
import { notFound } from '../http/problem.js';
import { DefinitionStore } from '../platform/definition-store.js';

export interface SeenCase {
  readonly row: CaseRow;
  readonly definition: ProcessDefinitionVersion;
  /** Its open steps. */
  readonly tasks: readonly UserTaskRow[];
  readonly resource: Resource;
}

/** Finds a case for someone who may do `action` to it; another village's case does not exist. */
@Injectable()
export class CaseReader {
  constructor(private readonly definitions: DefinitionStore) {}

  /** Whether the caller may even know of a case. */
  async mayRead(work: Work, caller: Caller, id: string): Promise<boolean> {
    const row = await findAnyCase(work, id);
    if (!row) return false;
    const definition = await this.definitions.definitionOf(row);
    const tasks = await userTasksOfCase(work, id);
    return caller.may('case.read', caseResource(row, definition, tasks, caller.personId));
  }

  async require(work: Work, caller: Caller, id: string, action: Action = 'case.read'): Promise<SeenCase> {
    const row = await findAnyCase(work, id);
    if (!row) throw notFound('没有找到这个事项,请返回列表重新选择。');
    const definition = await this.definitions.definitionOf(row);
    const tasks = await userTasksOfCase(work, id);
    const resource = caseResource(row, definition, tasks, caller.personId);
    caller.requireSight('case.read', resource);
    caller.require(action, resource);
    return { row, definition, tasks, resource };
  }
}
