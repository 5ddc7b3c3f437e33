import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { describedRoutes } from './openapi/described-routes.js';
import { describeFields } from './openapi/describe-fields.js';
import { describeRefusals } from './openapi/describe-refusals.js';
import { SESSION_COOKIE } from './session/session-token.js';

/** The API's own description, from its controllers and DTOs. */
export function documentOf(app: INestApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('五清 Wuqing')
    .setDescription(
      '村级事务流程接口。除公开页面外均须登录；提交须带 X-CSRF-Token，推动流程的提交须带 Idempotency-Key。',
    )
    .setVersion('0.1.0')
    .addCookieAuth(SESSION_COOKIE)
    .addBearerAuth(
      { type: 'http', scheme: 'bearer', description: '其他系统的接口令牌；x-token-scope 是所须的范围' },
      'token',
    )
    .build();
  const document = SwaggerModule.createDocument(app, config);
  const routes = describedRoutes();
  describeFields(document, routes);
  describeRefusals(document, routes);
  return document;
}

/** Serves it at /api/docs. */
export function describeApi(app: INestApplication): void {
  SwaggerModule.setup('api/docs', app, () => documentOf(app), { jsonDocumentUrl: 'api/openapi.json' });
}
