import type { JsonObject } from '@wuqing/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A form, stored by its content. */
@Entity({ name: 'form_version' })
export class FormVersionEntity {
  @PrimaryColumn('text')
  checksum!: string;

  @Column('text')
  key!: string;

  @Column('text')
  title!: string;

  /** JSON Schema 2020-12. */
  @Column('jsonb')
  schema!: JsonObject;

  @Column('jsonb')
  ui!: JsonObject;
}
