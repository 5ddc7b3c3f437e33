import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Caller } from '../access/caller.js';
import { CurrentCaller } from '../access/entrance.guard.js';
import { OwnOnly } from '../access/marks.js';
import { UuidParam } from '../http/validated.js';
import { CommandView } from './dto/command.view.js';
import { ReadCommandQuery } from './read-command.query.js';

@ApiTags('commands')
@Controller('api/commands')
export class CommandsController {
  constructor(private readonly command: ReadCommandQuery) {}

  @Get(':id')
  @OwnOnly()
  @ApiOkResponse({ type: CommandView })
  read(@CurrentCaller() caller: Caller, @UuidParam('id') id: string): Promise<CommandView> {
    return this.command.execute(caller, id);
  }
}
