import type { Role } from '@liandong/shared/auth';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('accounts')
export class Account {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') @Index('accounts_username', { unique: true }) username!: string;
  @Column('text') displayName!: string;
  @Column('text') role!: Role;
  @Column('text', { nullable: true }) teamCode!: string | null;
  @Column('text') passwordHash!: string;
  @Column('boolean', { default: false }) disabled!: boolean;
}

/** A signed-in browser. Only the hash of its token is kept. */
@Entity('sessions')
export class Session {
  @PrimaryColumn('text') tokenHash!: string;
  @Column('uuid') @Index('sessions_account') accountId!: string;
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz') lastSeenAt!: Date;
}

/** Sign-ins that have not succeeded yet, by name as typed and address: unknown names count alike, so guessing reveals nothing. */
@Entity('login_failures')
export class LoginFailure {
  @PrimaryColumn('text') username!: string;
  @Column('integer') failures!: number;
  @Column('timestamptz') lastAt!: Date;
}
