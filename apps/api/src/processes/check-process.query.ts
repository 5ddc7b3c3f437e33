import { Injectable } from '@nestjs/common';
import { DefinitionReader } from '@wuqing/publication';
import { UnitOfWork, unpublishedKeys } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { fileProblem } from '../http/file-problem.js';
import { unpublishedReferences } from './unpublished-references.js';
import type { CheckProcessDto, ProcessCheckView } from './dto/check-process.dto.js';

/** Reads a process file as publication would, and keeps nothing of it: 422 names every fault by its element. */
@Injectable()
export class CheckProcessQuery {
  constructor(
    private readonly reader: DefinitionReader,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  async execute(caller: Caller, { xml }: CheckProcessDto): Promise<ProcessCheckView> {
    caller.require('process.read', {});
    const answer = await this.reader.read(xml);
    if (!answer.ok) throw fileProblem(answer.error, '流程文件');
    const { process, warnings } = answer.value;
    const unpublished = await this.unitOfWork.run(caller.actor, (work) => unpublishedKeys(work, process));
    return {
      key: process.key,
      name: process.name,
      warnings: [...warnings, ...unpublishedReferences(process, unpublished)].map(
        ({ rule, message, elementId = null }) => ({ rule, message, elementId }),
      ),
    };
  }
}
