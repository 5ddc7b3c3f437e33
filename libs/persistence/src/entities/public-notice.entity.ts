import type { JsonObject } from '@wuqing/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a village has made public; readable by everyone, from the first migration on. */
@Entity({ name: 'public_notice' })
export class PublicNoticeEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'case_id' })
  caseId!: string;

  @Column('uuid', { name: 'unit_id' })
  unitId!: string;

  @Column('uuid', { name: 'user_task_id' })
  userTaskId!: string;

  @Column('text')
  kind!: string;

  @Column('text')
  board!: 'party' | 'village' | 'finance';

  @Column('text')
  title!: string;

  @Column('jsonb')
  fields!: JsonObject;

  @Column('date', { name: 'from_on', nullable: true })
  fromOn!: string | null;

  @Column('date', { name: 'to_on', nullable: true })
  toOn!: string | null;

  @Column('timestamptz', { name: 'published_at' })
  publishedAt!: Date;

  @Column('text', { name: 'verification_code' })
  verificationCode!: string;
}
