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

  /** Since when nobody signs in by it; it has no password then. */
  @Column('timestamptz', { name: 'closed_at', nullable: true })
  closedAt!: Date | null;
}
