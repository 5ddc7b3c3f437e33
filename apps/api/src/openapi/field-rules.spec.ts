import { ModifyCaseDto } from '../cases/dto/case-operation.dto.js';
import { StartCaseDto } from '../cases/dto/start-case.dto.js';
import { ValidateBy } from 'class-validator';
import { MigrateBatchDto } from '../migrations/dto/batch.dto.js';
import { rulesOf } from './field-rules.js';

describe('what a description tells of the fields of a body', () => {
  it('texts, and whether they may be left out', () => {
    const rules = rulesOf(StartCaseDto);
    expect(rules.get('title')).toEqual({
      schema: { minLength: 1, maxLength: 100, pattern: '\\S' },
      items: {},
      mayBeAbsent: false,
    });
    expect(rules.get('firstCaseId')).toEqual({ schema: { format: 'uuid' }, items: {}, mayBeAbsent: true });
    expect(rules.get('processKey')?.schema.pattern).toBe('^[^\\s#/]{1,100}$');
  });

  it('lists, their items, and what is inherited', () => {
    const rules = rulesOf(MigrateBatchDto);
    expect(rules.get('cases')).toEqual({
      schema: { minItems: 1, maxItems: 200, uniqueItems: true },
      items: { format: 'uuid' },
      mayBeAbsent: false,
    });
    expect(rules.get('version')).toEqual({
      schema: { type: 'integer', minimum: 1, maximum: 1_000_000 },
      items: {},
      mayBeAbsent: true,
    });
    expect(rulesOf(ModifyCaseDto).get('terminate')?.items.pattern).toBe('^[^#\\s]{1,200}#\\d{1,9}$');
  });

  it('refuses a validator of which it could tell nothing', () => {
    class Odd {
      @ValidateBy({ name: 'isOdd', validator: { validate: () => true } }) number = 1;
    }
    expect(() => rulesOf(Odd)).toThrow(/isOdd/);
  });
});
