import { Injectable } from '@nestjs/common';
import type { Problem } from '@wuqing/bpmn-definition';
import { DefinitionReader, type ReadingRefusal } from '@wuqing/publication';
import { UnitOfWork, unpublishedKeys } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { busy, invalid, type FieldProblem } from '../http/problem.js';
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
    if (!answer.ok) throw problemOf(answer.error);
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

const problemOf = (refusal: ReadingRefusal): Error =>
  refusal.reason === 'busy'
    ? busy('正在检查的流程文件较多,请稍后再试。')
    : invalid(refusal.problems.map(fieldOf), '流程文件有问题,请按提示修改后再检查。');

const fieldOf = ({ elementId, message }: Problem): FieldProblem => ({
  path: elementId === undefined ? '/xml' : `/xml#${elementId}`,
  message,
});
