import type { Channel, LineName, MessagePurpose, MessageState } from '@liandong/shared/message';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/**
 * The outbox: a due-time row per message, written in the transaction that owes it, claimed by the sending worker.
 * `template` and `params`: what the text was made from, for providers that take only registered texts.
 * `step` is the rung of the ladder; `priority` lower goes first (orders before chasers before answers).
 */
@Entity('outgoing_messages')
@Index('outgoing_messages_due', ['channel', 'priority', 'dueAt'], { where: "state IN ('queued', 'sending')" })
export class OutgoingMessage {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { nullable: true }) @Index('outgoing_messages_order') orderId!: string | null;
  @Column('uuid', { nullable: true }) incidentId!: string | null;
  @Column('text', { nullable: true }) teamCode!: string | null;
  @Column('integer', { nullable: true }) orderCode!: number | null;
  @Column('text') purpose!: MessagePurpose;
  @Column('smallint') step!: number;
  @Column('smallint') priority!: number;
  @Column('text') channel!: Channel;
  @Column('text') recipientName!: string;
  @Column('text') recipientPost!: string;
  @Column('text') @Index('outgoing_messages_phone') phone!: string;
  @Column('text') text!: string;
  @Column('text') state!: MessageState;
  /** When it is tried next, and when it was to go first: how long it has waited counts from there. */
  @Column('timestamptz') dueAt!: Date;
  @Column('timestamptz') firstDueAt!: Date;
  @Column('timestamptz', { nullable: true }) leaseUntil!: Date | null;
  @Column('integer', { default: 0 }) attempts!: number;
  /** Somebody answered or the order ended while it was being sent: it is not tried again. */
  @Column('boolean', { default: false }) withdrawn!: boolean;
  /** The follow-up it is about: once that is done, what is still queued is not sent. */
  @Column('uuid', { nullable: true }) subjectId!: string | null;
  @Column('text', { nullable: true }) providerId!: string | null;
  @Column('text', { nullable: true }) providerCode!: string | null;
  @Column('timestamptz', { nullable: true }) sentAt!: Date | null;
  @Column('timestamptz', { nullable: true }) deliveredAt!: Date | null;
  @Column('text', { nullable: true }) line!: LineName | null;
  @Column('text', { nullable: true }) template!: string | null;
  @Column('jsonb', { nullable: true }) params!: Record<string, string> | null;
  /** Goes on until this person answers himself, whoever else of the team did. */
  @Column('boolean', { default: false }) personal!: boolean;
  @Column('boolean', { default: false }) drill!: boolean;
  @Column('uuid', { nullable: true })
  @Index('outgoing_messages_broadcast', { where: 'broadcast_id IS NOT NULL' })
  broadcastId!: string | null;
  /** The message of another channel this one took over from, and the channel that took over from this one. */
  @Column('uuid', { nullable: true }) movedFromId!: string | null;
  @Column('text', { nullable: true }) movedTo!: Channel | null;
}

/** What came back from a phone; never dropped. `providerKey` is the provider's own id: the same reply twice is one. */
@Entity('incoming_replies')
@Index('incoming_replies_waiting', ['receivedAt'], { where: "state IN ('received', 'queued')" })
export class IncomingReply {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') @Index('incoming_replies_key', { unique: true }) providerKey!: string;
  @Column('text') @Index('incoming_replies_phone') phone!: string;
  @Column('text') channel!: Channel;
  @Column('text') text!: string;
  @Column('timestamptz') receivedAt!: Date;
  @Column('text') state!: 'received' | 'applied' | 'queued' | 'settled';
  @Column('uuid', { nullable: true }) orderId!: string | null;
  @Column('text', { nullable: true }) teamCode!: string | null;
  @Column('text', { nullable: true }) senderName!: string | null;
  @Column('text', { nullable: true }) why!: string | null;
  @Column('text', { nullable: true }) answer!: string | null;
  /** Typed on a practice phone while a real provider is in use: counts for drills only. */
  @Column('boolean', { default: false }) practice!: boolean;
  /** The newest broadcast this phone had got, when nothing else was open for it. */
  @Column('uuid', { nullable: true }) broadcastId!: string | null;
}
