import { Module } from '@nestjs/common';
import { CommandsModule } from '../commands/commands.module.js';
import { SendFile } from '../files/send-file.js';
import { SessionModule } from '../session/session.module.js';
import { ComplaintsController } from './complaints/complaints.controller.js';
import { ReadComplaintProgressQuery } from './complaints/read-complaint-progress.query.js';
import { SubmitComplaintHandler } from './complaints/submit-complaint.handler.js';
import { DossierByCodeQuery } from './dossier-by-code.query.js';
import { EntranceController } from './entrance.controller.js';
import { LetterByCodeQuery } from './letter-by-code.query.js';
import { NoticesController } from './notices.controller.js';
import { NoticesQuery } from './notices.query.js';
import { CaseObjectionsController } from './objections/case-objections.controller.js';
import { ListObjectionsQuery } from './objections/list-objections.query.js';
import { ObjectToNoticeHandler } from './objections/object-to-notice.handler.js';
import { ObjectionsController } from './objections/objections.controller.js';
import { ObjectionPhotos } from './objections/objection-photos.js';
import { ProgressController } from './objections/progress.controller.js';
import { PublicSecret } from './objections/public-secret.js';
import { ReadProgressQuery } from './objections/read-progress.query.js';
import { PageAddress } from './page-address.js';
import { PagesController } from './pages.controller.js';
import { SmallPowersController } from './powers/small-powers.controller.js';
import { PowersController } from './powers/powers.controller.js';
import { PowersQuery } from './powers/powers.query.js';
import { ProgressByCodeQuery } from './progress-by-code.query.js';
import { PublicDutiesQuery } from './public-duties.query.js';
import { PublicFacts } from './public-facts.js';
import { ReadNoticeQuery } from './read-notice.query.js';
import { VerificationController } from './verification.controller.js';

@Module({
  imports: [CommandsModule, SessionModule],
  controllers: [
    NoticesController,
    CaseObjectionsController,
    PagesController,
    ObjectionsController,
    ProgressController,
    ComplaintsController,
    PowersController,
    SmallPowersController,
    VerificationController,
    EntranceController,
  ],
  providers: [
    DossierByCodeQuery,
    LetterByCodeQuery,
    NoticesQuery,
    ReadNoticeQuery,
    PublicFacts,
    PublicDutiesQuery,
    PageAddress,
    PublicSecret,
    ObjectToNoticeHandler,
    ReadProgressQuery,
    ReadComplaintProgressQuery,
    ProgressByCodeQuery,
    SubmitComplaintHandler,
    ListObjectionsQuery,
    ObjectionPhotos,
    SendFile,
    PowersQuery,
  ],
  exports: [PageAddress, PublicFacts],
})
export class PublicPagesModule {}
