import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Public } from '../access/marks.js';
import { API_SETTINGS, type ApiSettings } from '../settings.js';
import { DemoAccountsView } from './dto/demo-accounts.view.js';

/** Whom a newcomer may sign in as, where the people are invented; elsewhere it names nobody. */
@ApiTags('session')
@Controller('api/demo-accounts')
export class DemoAccountsController {
  constructor(@Inject(API_SETTINGS) private readonly settings: Pick<ApiSettings, 'demo' | 'demoAccounts'>) {}

  @Get()
  @Public()
  @ApiOkResponse({ type: DemoAccountsView })
  list(): DemoAccountsView {
    const { demo, demoAccounts } = this.settings;
    if (!demo || demoAccounts === undefined) return { password: null, accounts: [] };
    return { password: demoAccounts.password, accounts: [...demoAccounts.accounts] };
  }
}
