import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import { UnitOfWork, systemActor } from '@wuqing/persistence';
import { Public } from '../access/marks.js';
import { clocksApart } from '../http/problem.js';
import { MachineClock } from '../platform/machine-clock.js';

class HealthView {
  @ApiProperty({ enum: ['ok'] }) status!: string;
}

const PROBE = systemActor('health');

@ApiTags('health')
@Controller('health')
export class HealthController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: MachineClock,
  ) {}

  /** The process answers. */
  @Get()
  @Public()
  @ApiOkResponse({ type: HealthView })
  alive(): HealthView {
    return { status: 'ok' };
  }

  /** The database answers, too, and this machine's clock may be believed; without Temporal commands wait as rows. */
  @Get('ready')
  @Public()
  @ApiOkResponse({ type: HealthView })
  async ready(): Promise<HealthView> {
    await this.unitOfWork.run(PROBE, (work) => work.query('SELECT 1'));
    if (this.clock.differenceMs !== undefined) throw clocksApart();
    return { status: 'ok' };
  }
}
