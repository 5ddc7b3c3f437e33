import type { JsonObject } from '@wuqing/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The town, one of its offices, a general branch or a village. */
@Entity({ name: 'unit' })
export class UnitEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'parent_id', nullable: true })
  parentId!: string | null;

  @Column('text')
  kind!: 'town' | 'office' | 'general-branch' | 'village';

  @Column('text')
  code!: string;

  @Column('text')
  name!: string;

  /** Figures of the roll: members, representatives, households … */
  @Column('jsonb')
  figures!: JsonObject;
}
