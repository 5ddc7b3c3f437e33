import { Injectable } from '@nestjs/common';
import { checkDefinition } from '@wuqing/publication';
import type { Caller } from '../access/caller.js';
import { invalid } from '../http/problem.js';
import type { CheckProcessDto, ProcessCheckView } from './dto/check-process.dto.js';

/** Reads a process file as publication would, and keeps nothing of it: 422 names every fault by its element. */
@Injectable()
export class CheckProcessQuery {
  async execute(caller: Caller, { xml }: CheckProcessDto): Promise<ProcessCheckView> {
    caller.require('process.read', {});
    const compiled = await checkDefinition(xml);
    if (!compiled.ok) {
      const errors = compiled.error.map(({ elementId, message }) => ({
        path: elementId === undefined ? '/xml' : `/xml#${elementId}`,
        message,
      }));
      throw invalid(errors, '流程文件有问题,请按提示修改后再检查。');
    }
    const { process, warnings } = compiled.value;
    return {
      key: process.key,
      name: process.name,
      warnings: warnings.map(({ rule, message, elementId = null }) => ({ rule, message, elementId })),
    };
  }
}
