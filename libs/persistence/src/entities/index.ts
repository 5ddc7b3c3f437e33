import { AccountEntity } from './account.entity.js';
import { FormVersionEntity } from './form-version.entity.js';
import { ProcessDefinitionVersionEntity } from './process-definition-version.entity.js';
import { PublicNoticeEntity } from './public-notice.entity.js';
import { SessionEntity } from './session.entity.js';
import { UnitEntity } from './unit.entity.js';

/** The tables that are read row by row; lists are SQL in their repository. */
export const entities = [
  AccountEntity,
  FormVersionEntity,
  ProcessDefinitionVersionEntity,
  PublicNoticeEntity,
  SessionEntity,
  UnitEntity,
] as const;
