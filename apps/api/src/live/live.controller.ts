import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiNotAcceptableResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { isLiveCursor, type LiveCursor } from '@wuqing/persistence';
import type { Request, Response } from 'express';
import type { Caller } from '../access/caller.js';
import { CurrentCaller } from '../access/entrance.guard.js';
import { OwnOnly } from '../access/marks.js';
import { Problem, invalid } from '../http/problem.js';
import { LiveChangesView, LiveSinceDto } from './dto/live.view.js';
import { LiveHub } from './live-hub.js';
import { onceGone } from './live-stream.js';
import { ReadChangesQuery } from './read-changes.query.js';

const STREAM = 'text/event-stream';

const notAsked = (): Problem =>
  new Problem(
    406,
    'not-acceptable',
    '请求格式有误',
    `此地址只提供 ${STREAM}；需要一次性结果请用 /api/live/changes。`,
  );

/** What has changed, as it happens; never what it says. */
@ApiTags('live')
@Controller('api/live')
export class LiveController {
  constructor(
    private readonly hub: LiveHub,
    private readonly readChanges: ReadChangesQuery,
  ) {}

  /** Events `changes` (as `LiveChangesView`), `beat` every 15 s, `end` with the session; goes on from `Last-Event-ID`. */
  @Get()
  @OwnOnly()
  @ApiProduces(STREAM)
  @ApiOkResponse({ type: LiveChangesView })
  @ApiNotAcceptableResponse()
  async stream(
    @CurrentCaller() caller: Caller,
    @Query() { since }: LiveSinceDto,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    if (!(request.headers.accept ?? '').includes(STREAM)) throw notAsked();
    const last = request.headers['last-event-id'];
    const from = cursorFrom(typeof last === 'string' && last !== '' ? last : since);
    onceGone(response, await this.hub.join(caller, from, () => opened(response)));
  }

  @Get('changes')
  @OwnOnly()
  @ApiOkResponse({ type: LiveChangesView })
  changes(@CurrentCaller() caller: Caller, @Query() { since }: LiveSinceDto): Promise<LiveChangesView> {
    return this.readChanges.execute(caller, cursorFrom(since));
  }
}

function cursorFrom(text: string | undefined): LiveCursor | undefined {
  if (text === undefined || isLiveCursor(text)) return text;
  throw invalid([{ path: '/since', message: '位置应为上一次返回的 cursor，请从头开始。' }]);
}

/** No proxy on the way keeps back what is written. */
function opened(response: Response): Response {
  response.status(200).set({
    'content-type': STREAM,
    'cache-control': 'no-store, no-transform',
    'x-accel-buffering': 'no',
  });
  response.flushHeaders();
  return response;
}
