import { Controller, Delete, Get, HttpCode } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Caller } from '../access/caller.js';
import { CurrentCaller } from '../access/entrance.guard.js';
import { OwnOnly } from '../access/marks.js';
import { UuidParam } from '../http/validated.js';
import { Recorded } from '../security-log/recorded.js';
import { SessionListView } from './dto/session.view.js';
import { EndSessionsHandler } from './end-sessions.handler.js';
import { ListSessionsQuery } from './list-sessions.query.js';

/** Where a person is signed in. */
@ApiTags('session')
@Controller('api/sessions')
export class SessionsController {
  constructor(
    private readonly sessions: ListSessionsQuery,
    private readonly endSessions: EndSessionsHandler,
  ) {}

  @Get()
  @OwnOnly()
  @ApiOkResponse({ type: SessionListView })
  list(@CurrentCaller() caller: Caller): Promise<SessionListView> {
    return this.sessions.execute(caller);
  }

  @Delete()
  @Recorded('sessions-ended')
  @OwnOnly()
  @HttpCode(204)
  @ApiNoContentResponse({ description: '本人的其他登录已退出，本次登录继续有效' })
  endOthers(@CurrentCaller() caller: Caller): Promise<void> {
    return this.endSessions.others(caller);
  }

  @Delete(':id')
  @Recorded('sessions-ended')
  @OwnOnly()
  @HttpCode(204)
  @ApiNoContentResponse({ description: '这次登录已退出' })
  endOne(@CurrentCaller() caller: Caller, @UuidParam('id') id: string): Promise<void> {
    return this.endSessions.one(caller, id);
  }
}
