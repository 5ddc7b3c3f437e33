import { Module } from '@nestjs/common';
import { CommandAnswer } from './command-answer.js';
import { CommandSender } from './command-sender.js';
import { CommandsController } from './commands.controller.js';
import { ReadCommandQuery } from './read-command.query.js';

@Module({
  controllers: [CommandsController],
  providers: [CommandSender, CommandAnswer, ReadCommandQuery],
  exports: [CommandSender, CommandAnswer],
})
export class CommandsModule {}
