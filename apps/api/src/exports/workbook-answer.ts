import { applyDecorators } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';

export const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Describes an answer that is a workbook. */
export const Workbook = (): MethodDecorator =>
  applyDecorators(
    ApiProduces(WORKBOOK),
    ApiOkResponse({
      description: '工作簿：列表上看到的行和列',
      content: { [WORKBOOK]: { schema: { type: 'string', format: 'binary' } } },
    }),
  );

/** With the name that every reader understands, then the one for people; a header takes no other letters than ASCII. */
export const dispositionOf = (name: string, day: string): string =>
  `attachment; filename="export-${day}.xlsx"; filename*=UTF-8''${encodeURIComponent(`${name}-${day}.xlsx`)}`;
