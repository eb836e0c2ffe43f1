import type { EquipmentCondition } from '@liandong/shared/team';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { type GeoPoint, POINT } from '../database/columns.js';

/** Equipment and supplies of a team, or of the county (no team). `expiresOn`: a day, `2027-05-01`. */
@Entity('equipment')
export class Equipment {
  @PrimaryColumn('uuid') id!: string;
  @Column('text', { nullable: true }) @Index('equipment_team') teamCode!: string | null;
  @Column('text') category!: string;
  @Column('text') name!: string;
  @Column('integer') quantity!: number;
  @Column('text') unit!: string;
  @Column('text') condition!: EquipmentCondition;
  @Column('text') placeText!: string;
  /** Without one of its own it lies at its team's base. */
  @Column({ ...POINT, nullable: true })
  @Index('equipment_location', { spatial: true })
  location!: GeoPoint | null;
  @Column('text') contactName!: string;
  @Column('text') contactPhone!: string;
  @Column('text', { nullable: true }) expiresOn!: string | null;
  @Column('text') note!: string;
  @Column('timestamptz', { nullable: true }) retiredAt!: Date | null;
  @Column('timestamptz', { nullable: true }) checkedAt!: Date | null;
  @Column('text', { nullable: true }) checkedBy!: string | null;
}
