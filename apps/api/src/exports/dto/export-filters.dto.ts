import { OmitType } from '@nestjs/swagger';
import { CaseFilterDto } from '../../cases/dto/case-filter.dto.js';
import { UserTaskFilterDto } from '../../user-tasks/dto/user-task-filter.dto.js';

/** The list's own filter; an export begins at its first row and turns the pages itself. */
export class UserTaskExportDto extends OmitType(UserTaskFilterDto, ['after', 'limit'] as const) {}

export class CaseExportDto extends OmitType(CaseFilterDto, ['after', 'limit'] as const) {}
