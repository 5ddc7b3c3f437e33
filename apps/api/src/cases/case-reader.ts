import { Injectable } from '@nestjs/common';
import type { Action, Resource } from '@wuqing/access';
import {
  casesOfCallTree,
  findAnyCase,
  userTasksOfCase,
  userTasksOfCases,
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

  /** Of the cases that call each other around one that the caller reads, those that he may know of; the root first. */
  async readableTree(work: Work, caller: Caller, id: string): Promise<CaseRow[]> {
    const rows = await casesOfCallTree(work, id);
    if (rows.length === 1) return rows;
    const tasks = await userTasksOfCases(
      work,
      rows.map((row) => row.id),
    );
    const readable: CaseRow[] = [];
    for (const row of rows) {
      const definition = await this.definitions.definitionOf(row);
      const own = tasks.filter(({ caseId }) => caseId === row.id);
      if (caller.may('case.read', caseResource(row, definition, own, caller.personId))) readable.push(row);
    }
    return readable;
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
