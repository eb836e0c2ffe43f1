import type { Api } from '@liandong/shared/api';
import type { Received } from '@liandong/shared/route';
import { Controller } from '@nestjs/common';
import type { Actor } from '../platform/actor.js';
import { ApiRoute, By, Input } from '../platform/api-route.js';
import { CommandPosts } from './command-posts.js';
import { Duplicates } from './duplicates.js';
import { ConfirmReferral } from './referrals.js';

/** Who commands at the scene; what may be the same event; receipts of what was handed on. */
@Controller()
export class CommandController {
  constructor(
    private readonly posts: CommandPosts,
    private readonly duplicates: Duplicates,
    private readonly referrals: ConfirmReferral,
  ) {}

  @ApiRoute('listCommandPosts')
  async list() {
    return { items: await this.posts.list() };
  }

  @ApiRoute('editCommandPost')
  edit(@Input() { params, body }: Received<Api['editCommandPost']>, @By() actor: Actor) {
    return this.posts.edit(params.code, body, actor);
  }

  @ApiRoute('findDuplicates')
  async alike(@Input() { params }: Received<Api['findDuplicates']>) {
    return { items: await this.duplicates.ofIncident(params.id) };
  }

  @ApiRoute('confirmTransfer')
  confirm(@Input() { params, body }: Received<Api['confirmTransfer']>, @By() actor: Actor) {
    return this.referrals.run(params.id, body, actor);
  }
}
