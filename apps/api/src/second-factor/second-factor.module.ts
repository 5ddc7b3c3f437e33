import { Module } from '@nestjs/common';
import { SessionModule } from '../session/session.module.js';
import { SecondFactorRolesController } from './second-factor-roles.controller.js';
import { SecondFactorRolesHandler } from './second-factor-roles.handler.js';
import { SecondFactorController } from './second-factor.controller.js';
import { SecondFactorHandler } from './second-factor.handler.js';

@Module({
  imports: [SessionModule],
  controllers: [SecondFactorController, SecondFactorRolesController],
  providers: [SecondFactorHandler, SecondFactorRolesHandler],
})
export class SecondFactorModule {}
