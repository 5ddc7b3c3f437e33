import { OmitType } from '@nestjs/swagger';
import { CaseFilterDto } from '../../cases/dto/case-filter.dto.js';
import { DutyFilterDto } from '../../inspection/dto/inspection-filter.dto.js';
import { EndedFilterDto, WatchedFilterDto } from '../../supervision/dto/watch-filter.dto.js';
import { UserTaskFilterDto } from '../../user-tasks/dto/user-task-filter.dto.js';

/** The list's own filter; an export begins at its first row and turns the pages itself. */
export class UserTaskExportDto extends OmitType(UserTaskFilterDto, ['after', 'limit'] as const) {}

export class CaseExportDto extends OmitType(CaseFilterDto, ['after', 'limit'] as const) {}

export class WatchedExportDto extends OmitType(WatchedFilterDto, ['after', 'limit'] as const) {}

export class EndedExportDto extends OmitType(EndedFilterDto, ['after', 'limit'] as const) {}

export class DutyExportDto extends OmitType(DutyFilterDto, ['after', 'limit'] as const) {}
