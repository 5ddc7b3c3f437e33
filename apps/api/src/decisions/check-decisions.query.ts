import { Injectable } from '@nestjs/common';
import { DefinitionReader } from '@wuqing/publication';
import type { Caller } from '../access/caller.js';
import { fileProblem } from '../http/file-problem.js';
import type { CheckDecisionsDto, DecisionsCheckView } from './dto/check-decisions.dto.js';

/** Reads a decision file as publication would, and keeps nothing of it: 422 names every fault by its element. */
@Injectable()
export class CheckDecisionsQuery {
  constructor(private readonly reader: DefinitionReader) {}

  async execute(caller: Caller, { xml }: CheckDecisionsDto): Promise<DecisionsCheckView> {
    caller.require('process.read', {});
    const answer = await this.reader.readDecisions(xml);
    if (!answer.ok) throw fileProblem(answer.error, '决策文件');
    return {
      decisions: Object.values(answer.value).map(({ id, name, versionTag = null, reads }) => ({
        id,
        name,
        versionTag,
        reads: [...reads],
      })),
    };
  }
}
