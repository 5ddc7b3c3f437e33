import { Inject, Injectable } from '@nestjs/common';
import { fileRuleOf, type FileRule } from '@wuqing/files';
import { fileFieldsOf } from '@wuqing/forms';
import type { ProcessDefinitionVersion } from '@wuqing/persistence';
import { DefinitionStore } from '../platform/definition-store.js';
import { API_SETTINGS, type ApiSettings } from '../settings.js';

/** What the fields of a step's form take. */
@Injectable()
export class FieldRules {
  constructor(
    private readonly definitions: DefinitionStore,
    @Inject(API_SETTINGS) private readonly settings: Pick<ApiSettings, 'files'>,
  ) {}

  /** Undefined where the step has no form, or its form no such field of files. */
  async of(
    definition: ProcessDefinitionVersion,
    formKey: string | null,
    field: string,
  ): Promise<FileRule | undefined> {
    const form = await this.definitions.form(definition, formKey);
    const found = form && fileFieldsOf(form).find(({ key }) => key === field);
    return found && fileRuleOf(found, this.settings.files.bytesMax);
  }
}
