import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A browser that has signed in; the token itself is nowhere in the database. */
@Entity({ name: 'session' })
export class SessionEntity {
  /** SHA-256 of the cookie's token, hexadecimal. */
  @PrimaryColumn('text', { name: 'token_hash' })
  tokenHash!: string;

  @Column('uuid', { name: 'account_id' })
  accountId!: string;

  @Column('text', { name: 'csrf_token' })
  csrfToken!: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  /** Moves on while the session is used; idleness ends it. */
  @Column('timestamptz', { name: 'expires_at' })
  expiresAt!: Date;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt!: Date | null;
}
