import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A browser that takes pushes for an account, as the Push API gave it. */
@Entity('push_subscriptions')
export class PushSubscription {
  @PrimaryColumn('text') endpoint!: string;
  @Column('uuid') accountId!: string;
  @Column('text', { nullable: true }) @Index('push_subscriptions_team') teamCode!: string | null;
  @Column('jsonb') keys!: { p256dh: string; auth: string };
  @Column('timestamptz') createdAt!: Date;
}

/** Keys made once and kept: the pair pushes are signed with (`vapid`), the secret of signed links (`links`). */
@Entity('message_keys')
export class MessageKey {
  @PrimaryColumn('text') name!: string;
  @Column('jsonb') value!: Record<string, string>;
}
