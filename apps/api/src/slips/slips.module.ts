import { Module } from '@nestjs/common';
import { ListSlipKindsQuery } from './list-slip-kinds.query.js';
import { ListSlipLooksQuery } from './list-slip-looks.query.js';
import { ListSlipsQuery } from './list-slips.query.js';
import { OpenSlipHandler } from './open-slip.handler.js';
import { ReceiveSlipHandler } from './receive-slip.handler.js';
import { SendSlipHandler } from './send-slip.handler.js';
import { SlipViews } from './slip-views.js';
import { SlipsController } from './slips.controller.js';

@Module({
  controllers: [SlipsController],
  providers: [
    ListSlipsQuery,
    ListSlipKindsQuery,
    ListSlipLooksQuery,
    SendSlipHandler,
    ReceiveSlipHandler,
    OpenSlipHandler,
    SlipViews,
  ],
})
export class SlipsModule {}
