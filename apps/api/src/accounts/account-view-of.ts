import type { AccountRow } from '@wuqing/persistence';
import type { AccountView } from './dto/account.dto.js';

/** What whoever looks after accounts is shown of one. */
export const viewOf = ({
  id,
  login,
  personName,
  unitName,
  state,
  hasSecondFactor,
}: AccountRow): AccountView => ({ id, login, personName, unitName, state, hasSecondFactor });
