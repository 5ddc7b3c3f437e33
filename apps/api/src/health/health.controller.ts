import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import { UnitOfWork, systemActor } from '@wuqing/persistence';
import { Public } from '../access/marks.js';

class HealthView {
  @ApiProperty({ enum: ['ok'] }) status!: string;
}

const PROBE = systemActor('health');

@ApiTags('health')
@Controller('health')
export class HealthController {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** The process answers. */
  @Get()
  @Public()
  @ApiOkResponse({ type: HealthView })
  alive(): HealthView {
    return { status: 'ok' };
  }

  /** The database answers, too; without Temporal commands wait as rows. */
  @Get('ready')
  @Public()
  @ApiOkResponse({ type: HealthView })
  async ready(): Promise<HealthView> {
    await this.unitOfWork.run(PROBE, (work) => work.query('SELECT 1'));
    return { status: 'ok' };
  }
}
