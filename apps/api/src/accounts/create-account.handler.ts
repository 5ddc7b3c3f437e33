import { Injectable } from '@nestjs/common';
import { required } from '@wuqing/kernel';
import {
  UnitOfWork,
  findAccountByLogin,
  findAccountCandidate,
  findAccountRow,
  insertAccount,
} from '@wuqing/persistence';
import { v7 as uuidv7 } from 'uuid';
import type { Caller } from '../access/caller.js';
import { conflict, denied, invalid } from '../http/problem.js';
import { Clock } from '../platform/clock.js';
import { viewOf } from './account-view-of.js';
import type { AccountView, CreateAccountDto } from './dto/account.dto.js';

/** An account for a person who has none: nobody signs in by it before its holder was invited. */
@Injectable()
export class CreateAccountHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** The same again is the same account. Throws a 409 for a login that somebody else has. */
  async execute(caller: Caller, { login, personId }: CreateAccountDto): Promise<AccountView> {
    if (caller.reachFor('account.invite').length === 0) throw denied();
    const now = this.clock.now();
    return this.unitOfWork.run(caller.actor, async (work) => {
      const known = await findAccountByLogin(work, login);
      if (known) {
        const row = required(await findAccountRow(work, known.id, now), 'the row of an account');
        caller.require('account.invite', { unitId: row.unitId });
        if (known.personId !== personId) throw loginTaken();
        return viewOf(row);
      }
      const person = await findAccountCandidate(work, personId);
      if (!person)
        throw invalid([{ path: '/personId', message: '没有这个人，或此人已有账号；请重新选择。' }]);
      caller.require('account.invite', { unitId: person.unitId });
      const id = uuidv7();
      if (!(await insertAccount(work, { id, personId, login }))) throw loginTaken();
      return viewOf(required(await findAccountRow(work, id, now), 'the account that was just made'));
    });
  }
}

const loginTaken = () => conflict('这个账号已经有人用，请换一个。');
