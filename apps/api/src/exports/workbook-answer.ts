import { StreamableFile, applyDecorators } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import type { Sheet } from './sheet.js';
import { writeWorkbook } from './write-workbook.js';

const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

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
const dispositionOf = (name: string, day: string): string =>
  `attachment; filename="export-${day}.xlsx"; filename*=UTF-8''${encodeURIComponent(`${name}-${day}.xlsx`)}`;

/** A workbook of that name. `day`: 'YYYY-MM-DD', in the name of its file. */
export const workbookAnswer = (name: string, day: string, sheets: readonly Sheet[]): StreamableFile =>
  new StreamableFile(writeWorkbook(sheets), { type: WORKBOOK, disposition: dispositionOf(name, day) });
