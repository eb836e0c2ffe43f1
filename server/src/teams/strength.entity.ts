import type { StrengthScope } from '@liandong/shared/register';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * 人员保障 as data: how many people a team must have at least. Versions like those of the response rules.
 * `minimum` null: from then on the scope has no minimum of its own and the wider one counts.
 */
@Entity('strength_rules')
export class StrengthRule {
  @PrimaryColumn('text') scope!: StrengthScope;
  @PrimaryColumn('integer') version!: number;
  @Column('integer', { nullable: true }) minimum!: number | null;
  @Column('text') basis!: string;
  @Column('text') note!: string;
  @Column('timestamptz') effectiveFrom!: Date;
  @Column('text', { nullable: true }) editedBy!: string | null;
  @Column('timestamptz', { nullable: true }) editedAt!: Date | null;
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('timestamptz', { nullable: true }) withdrawnAt!: Date | null;
}

/** How many active members a team had from an instant on; a row whenever the number changed. Gaps are dated by it. */
@Entity('strength_levels')
export class StrengthLevel {
  @PrimaryColumn('text') teamCode!: string;
  @PrimaryColumn('timestamptz') since!: Date;
  @Column('integer') strength!: number;
}

/** A number that is known to reach its owner: it texted back (`reply`), its owner told the code that was sent to it (`code`), or somebody checked it (`hand`). The latest counts. */
@Entity('verified_phones')
export class VerifiedPhone {
  @PrimaryColumn('text') phone!: string;
  @Column('timestamptz') at!: Date;
  @Column('text') how!: 'reply' | 'hand' | 'code';
  @Column('text') verifiedBy!: string;
  @Column('text') note!: string;
}
