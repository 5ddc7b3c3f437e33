import { Injectable } from '@nestjs/common';
import { UnitOfWork, findOwnUpload, giveUpUpload } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { conflict } from '../http/problem.js';

/** An upload that its sender no longer wants; what was submitted stays. Twice is as good as once. */
@Injectable()
export class GiveUpUploadHandler {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(caller: Caller, id: string): Promise<void> {
    return this.unitOfWork.run(caller.actor, async (work) => {
      if (await giveUpUpload(work, id, caller.personId)) return;
      const stays = await findOwnUpload(work, id, caller.personId);
      if (stays) throw conflict('此文件已随表单提交或保存在草稿中，不能删除。');
    });
  }
}
