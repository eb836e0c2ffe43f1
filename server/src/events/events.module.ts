import { Global, Module } from '@nestjs/common';
import { EventRelay } from './event-relay.worker.js';

@Global()
@Module({ providers: [EventRelay], exports: [EventRelay] })
export class EventsModule {}
