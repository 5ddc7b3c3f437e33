import { Module } from '@nestjs/common';
import { ListSecurityEventsQuery } from './list-security-events.query.js';
import { SecurityEventsController } from './security-events.controller.js';
import { SecurityLog } from './security-log.js';

@Module({
  controllers: [SecurityEventsController],
  providers: [ListSecurityEventsQuery, SecurityLog],
  exports: [SecurityLog],
})
export class SecurityLogModule {}
