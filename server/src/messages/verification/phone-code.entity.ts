import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A code that was texted to a number of the register and has not come back yet; the latest of a number only. */
@Entity('phone_codes')
export class PhoneCode {
  @PrimaryColumn('text') phone!: string;
  @Column('uuid') memberId!: string;
  @Column('text') code!: string;
  @Column('timestamptz') sentAt!: Date;
  @Column('text') sentBy!: string;
  @Column('smallint') tries!: number;
}
