import { isWithoutText } from '@wuqing/forms';
import { formKeysOf, type Statements } from '@wuqing/persistence';
import { conflict } from '../http/problem.js';
import type { DefinitionStore } from '../platform/definition-store.js';
import { fixedTitleOf } from '../platform/process-facts.js';
import type { SeenCase } from './case-reader.js';

const NO_WORDS = '这一件还没有登记内容，这里不能写字；反映上级管理干部的，始终不写。';

/**
 * Where a process names its cases itself, nothing of what one is about is written beside it before one of its steps takes a word
 * (检举控告工作规则 Art 15: what is reported of officials managed above is neither copied nor entered anywhere).
 */
export async function requirePlaceForWords(
  work: Statements,
  definitions: Pick<DefinitionStore, 'form'>,
  { row, definition }: Pick<SeenCase, 'row' | 'definition'>,
): Promise<void> {
  if (fixedTitleOf(definition.compiled) === undefined) return;
  const keys = await formKeysOf(work, row.id);
  const forms = await Promise.all(keys.map((key) => definitions.form(definition, key)));
  if (forms.every((form) => form !== undefined && isWithoutText(form))) throw conflict(NO_WORDS);
}
