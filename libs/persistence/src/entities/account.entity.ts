import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Someone who may sign in. */
@Entity({ name: 'account' })
export class AccountEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'person_id' })
  personId!: string;

  @Column('text')
  login!: string;

  /** Argon2id, with its parameters and salt; null: nobody signs in before an invitation is used. */
  @Column('text', { name: 'password_hash', nullable: true })
  passwordHash!: string | null;

  @Column('boolean', { name: 'must_change_password' })
  mustChangePassword!: boolean;

  /** Closed by the operator until then; sessions that live go on. */
  @Column('timestamptz', { name: 'locked_until', nullable: true })
  lockedUntil!: Date | null;
}
