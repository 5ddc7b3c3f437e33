import { Module } from '@nestjs/common';
import { LiveController } from './live.controller.js';
import { LiveHub } from './live-hub.js';
import { ReadChangesQuery } from './read-changes.query.js';

@Module({ controllers: [LiveController], providers: [LiveHub, ReadChangesQuery] })
export class LiveModule {}
