import { Module } from '@nestjs/common';
import { LiveGateway } from './live.gateway.js';
import { LiveFeed } from './live-feed.js';

@Module({ providers: [LiveFeed, LiveGateway] })
export class RealtimeModule {}
