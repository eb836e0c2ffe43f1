import { type DynamicModule, Module } from '@nestjs/common';
import { CONFIG, type Config } from '../config.js';
import { Clock } from './clock.js';
import { CommitSignal } from './commit-signal.js';
import { SocketHub } from './socket-hub.js';

/** What every room may use: settings, the clock, the signal of a commit. */
@Module({})
export class PlatformModule {
  static with(config: Config): DynamicModule {
    return {
      module: PlatformModule,
      global: true,
      providers: [{ provide: CONFIG, useValue: config }, Clock, CommitSignal, SocketHub],
      exports: [CONFIG, Clock, CommitSignal, SocketHub],
    };
  }
}
