import { Module } from '@nestjs/common';
import { CasesModule } from '../cases/cases.module.js';
import { PublicPagesModule } from '../public-pages/public-pages.module.js';
import { DossierContent } from './dossier-content.js';
import { DossiersController } from './dossiers.controller.js';
import { MakeDossierHandler } from './make-dossier.handler.js';
import { NoticePhotos } from './notice-photos.js';

@Module({
  imports: [CasesModule, PublicPagesModule],
  controllers: [DossiersController],
  providers: [DossierContent, NoticePhotos, MakeDossierHandler],
})
export class DossiersModule {}
