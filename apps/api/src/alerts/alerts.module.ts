import { Module } from '@nestjs/common';
import { AcknowledgeAlertHandler } from './acknowledge-alert.handler.js';
import { AlertsController } from './alerts.controller.js';
import { ListAlertsQuery } from './list-alerts.query.js';

@Module({ controllers: [AlertsController], providers: [ListAlertsQuery, AcknowledgeAlertHandler] })
export class AlertsModule {}
