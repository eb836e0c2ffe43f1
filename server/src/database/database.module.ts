import { type DynamicModule, Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Transactions } from './transaction.js';

/** The open pool, handed in by `main`: whoever opened it closes it, after everything that uses it has stopped. */
@Module({})
export class DatabaseModule {
  static with(source: DataSource): DynamicModule {
    return {
      module: DatabaseModule,
      global: true,
      providers: [{ provide: DataSource, useValue: source }, Transactions],
      exports: [DataSource, Transactions],
    };
  }
}
