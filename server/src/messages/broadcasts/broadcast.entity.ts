import type { BroadcastGroup } from '@liandong/shared/broadcast';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** 短信群呼: one text to many; each number's message carries its id. */
@Entity('broadcasts')
export class Broadcast {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') text!: string;
  @Column('jsonb') groups!: BroadcastGroup[];
  @Column('text') groupsText!: string;
  @Column('boolean') drill!: boolean;
  @Column('integer') numbers!: number;
  @Column('timestamptz') createdAt!: Date;
  @Column('text') createdBy!: string;
  @Column('uuid') @Index('broadcasts_client', { unique: true }) clientId!: string;
}
