import { Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { ApiGuard } from './api.guard.js';
import { AuthController } from './auth.controller.js';
import { RenewPassword } from './renew-password.js';
import { Sessions } from './sessions.js';
import { SignIn } from './sign-in.js';

@Global()
@Module({
  controllers: [AuthController],
  providers: [Sessions, SignIn, RenewPassword, ApiGuard, { provide: APP_GUARD, useExisting: ApiGuard }],
  exports: [Sessions],
})
export class AuthModule {}
