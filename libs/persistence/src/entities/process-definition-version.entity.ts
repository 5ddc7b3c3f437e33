import type { ExecutableProcess } from '@wuqing/bpmn-model';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One immutable version of a procedure: the BPMN file and what was compiled of it. */
@Entity({ name: 'process_definition_version' })
export class ProcessDefinitionVersionEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  key!: string;

  @Column('integer')
  version!: number;

  @Column('text')
  checksum!: string;

  @Column('text')
  name!: string;

  @Column('text')
  xml!: string;

  @Column('jsonb')
  compiled!: ExecutableProcess;

  /** Form key to the form's checksum. */
  @Column('jsonb')
  forms!: Readonly<Record<string, string>>;

  @Column('text')
  state!: 'draft' | 'in-force' | 'retired';
}
