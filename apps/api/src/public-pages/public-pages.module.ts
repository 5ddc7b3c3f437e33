import { Module } from '@nestjs/common';
import { EntranceController } from './entrance.controller.js';
import { NoticesController } from './notices.controller.js';
import { NoticesQuery } from './notices.query.js';
import { PagesController } from './pages.controller.js';

@Module({ controllers: [NoticesController, PagesController, EntranceController], providers: [NoticesQuery] })
export class PublicPagesModule {}
