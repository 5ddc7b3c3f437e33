import { Module } from '@nestjs/common';
import { CopiesController } from './copies.controller.js';
import { CopyReaders } from './copy-readers.js';
import { ListCopyReceiversQuery } from './list-copy-receivers.query.js';
import { ListCopiesQuery } from './list-copies.query.js';
import { ReadCopyHandler } from './read-copy.handler.js';
import { SendCopyHandler } from './send-copy.handler.js';

@Module({
  controllers: [CopiesController],
  providers: [CopyReaders, ListCopiesQuery, ListCopyReceiversQuery, SendCopyHandler, ReadCopyHandler],
})
export class CopiesModule {}
