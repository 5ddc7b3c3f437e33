import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A browser that has signed in; the token itself is nowhere in the database. */
@Entity({ name: 'session' })
export class SessionEntity {
  /** SHA-256 of the cookie's token, hexadecimal. */
  @PrimaryColumn('text', { name: 'token_hash' })
  tokenHash!: string;

  /** By which its person names it; the hash is told to nobody. */
  @Column('uuid')
  id!: string;

  @Column('uuid', { name: 'account_id' })
  accountId!: string;

  @Column('text', { name: 'csrf_token' })
  csrfToken!: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  /** To the minute. */
  @Column('timestamptz', { name: 'used_at' })
  usedAt!: Date;

  /** When its person last said who he is; null: when it was opened. */
  @Column('timestamptz', { name: 'confirmed_at', nullable: true })
  confirmedAt!: Date | null;

  /** Whence it was opened; null once it has ended. */
  @Column('text', { nullable: true })
  address!: string | null;

  /** 「Windows · Edge」; null once it has ended. */
  @Column('text', { nullable: true })
  agent!: string | null;

  /** Moves on while the session is used; idleness ends it. */
  @Column('timestamptz', { name: 'expires_at' })
  expiresAt!: Date;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt!: Date | null;
}
