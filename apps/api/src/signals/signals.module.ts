import { Module } from '@nestjs/common';
import { BroadcastSignalHandler } from './broadcast-signal.handler.js';
import { SignalsController } from './signals.controller.js';

@Module({ controllers: [SignalsController], providers: [BroadcastSignalHandler] })
export class SignalsModule {}
