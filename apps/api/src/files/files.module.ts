import { Module } from '@nestjs/common';
import { TaskReader } from '../user-tasks/task-reader.js';
import { AnnounceFileHandler } from './announce-file.handler.js';
import { FieldRules } from './field-rules.js';
import { FileContents } from './file-contents.js';
import { FilesController } from './files.controller.js';
import { GiveUpUploadHandler } from './give-up-upload.handler.js';
import { PublicFilesController } from './public-files.controller.js';
import { ReadFileQuery } from './read-file.query.js';
import { ReadUploadQuery } from './read-upload.query.js';
import { ReceiveUploadHandler } from './receive-upload.handler.js';
import { SealUpload } from './sealing/seal-upload.js';
import { SendFile } from './send-file.js';
import { TaskFilesController } from './task-files.controller.js';
import { UploadsController } from './uploads.controller.js';

@Module({
  controllers: [TaskFilesController, UploadsController, FilesController, PublicFilesController],
  providers: [
    TaskReader,
    FieldRules,
    FileContents,
    AnnounceFileHandler,
    GiveUpUploadHandler,
    ReadFileQuery,
    ReadUploadQuery,
    ReceiveUploadHandler,
    SealUpload,
    SendFile,
  ],
  exports: [FileContents],
})
export class FilesModule {}
