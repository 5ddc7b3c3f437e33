import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { INestApplication, LogLevel } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { PaperPress, type Press } from '@wuqing/paper';
import { ApiModule } from './api.module.js';
import { ANSWER_WITHIN_MS, FORM_WITHIN_MS, answerDeadline } from './http/answer-deadline.js';
import { addressLimit } from './http/address-limit.js';
import { privateAnswers } from './http/private-answers.js';
import { requestBegin } from './http/request-begin.js';
import { RequestLimiter } from './http/request-limiter.js';
import { storableAddress } from './http/request-address.js';
import { securityHeaders } from './http/security-headers.js';
import { describeApi } from './openapi-document.js';
import { Connections } from './platform/connections.js';
import { SecurityLog } from './security-log/security-log.js';
import { watchAnswers } from './security-log/watch-answers.js';
import type { ApiSettings } from './settings.js';
import { serveWebBuild } from './web-build/serve-web-build.js';

/** How long a client may take to say what it wants, in ms: slow senders hold no connection for long. */
const PATIENCE = {
  headersTimeout: 10_000,
  requestTimeout: FORM_WITHIN_MS,
  keepAliveTimeout: 10_000,
} as const;

export interface ApiDoors {
  readonly settings: ApiSettings;
  /** Epoch ms; the machine's clock where nothing is given. */
  readonly now?: () => number;
  /** Already opened; else they are opened, and closed with the application. */
  readonly connections?: Connections;
  /** Of what is handed out on paper. */
  readonly press?: Press;
  readonly logger?: LogLevel[] | false;
}

/** The whole API, ready to listen. Time comes in by the door, so that tests have their own. */
export async function createApi({
  settings,
  now = () => Date.now(),
  connections,
  press = new PaperPress(),
  logger = ['warn', 'error'],
}: ApiDoors): Promise<INestApplication> {
  const opened = connections ?? (await Connections.open(settings));
  const app = await NestFactory.create<NestExpressApplication>(
    ApiModule.register({ settings, connections: opened, now, press }),
    {
      bodyParser: false,
      logger,
      abortOnError: false,
    },
  );
  app.disable('x-powered-by');
  app.set('query parser', 'simple');
  app.set('trust proxy', [...(settings.trustedProxies ?? [])]);
  app.use(requestBegin, watchAnswers(app.get(SecurityLog)), securityHeaders, privateAnswers);
  app.use(addressLimit(app.get(RequestLimiter)));
  app.use(
    answerDeadline(settings.answerWithinMs ?? ANSWER_WITHIN_MS, settings.formWithinMs ?? FORM_WITHIN_MS),
  );
  app.use(storableAddress);
  if (settings.webFolder !== undefined) serveWebBuild(app, settings.webFolder);
  if (settings.demo) describeApi(app);
  await app.init();
  Object.assign(app.getHttpServer(), PATIENCE);
  return app;
}
