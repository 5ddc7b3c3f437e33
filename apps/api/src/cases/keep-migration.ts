import { findCommand, type CommandRow, type Work } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import type { CommandSender } from '../commands/command-sender.js';
import { caseCommand, caseCommandId } from './case-command.js';
import type { SeenCase } from '../visibility/case-reader.js';
import type { MigrateCaseDto } from './dto/migration.dto.js';
import { mappingOf, targetVersion } from './migration-target.js';

export interface MigrationRequest {
  readonly key: string;
  readonly body: MigrateCaseDto;
}

/** The command row by which a running case moves; a repetition finds it, also when the case has moved already. */
export async function keepMigration(
  work: Work,
  caller: Caller,
  seen: SeenCase,
  { key, body }: MigrationRequest,
  sender: CommandSender,
): Promise<CommandRow> {
  const request = { resource: 'migration' as const, key, body };
  const known = await findCommand(work, caseCommandId(caller, seen.row.id, request));
  const { command, migrateTo } = known
    ? { command: known.body.command, migrateTo: known.body.migrateTo ?? '' }
    : await asked(work, seen, body);
  return sender.keep(work, caseCommand(caller, seen, request, command, { migrateTo }));
}

async function asked(work: Work, seen: SeenCase, body: MigrateCaseDto) {
  const target = await targetVersion(work, seen, body);
  const mapping = mappingOf(body, seen, target);
  const { timers, reason } = body;
  return {
    command: { type: 'MigrateProcessInstance' as const, mapping, timers, reason },
    migrateTo: target.checksum,
  };
}
