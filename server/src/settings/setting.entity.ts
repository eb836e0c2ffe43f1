import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A number of the county that may be changed without code. `basis`: 文件依据 or 本县约定. */
@Entity('settings')
export class Setting {
  @PrimaryColumn('text') key!: string;
  @Column('double precision') value!: number;
  @Column('text') unit!: string;
  @Column('text') basis!: string;
}
