import type { Api } from '@liandong/shared/api';
import type { Received } from '@liandong/shared/route';
import { Controller } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../../platform/actor.js';
import { ApiRoute, By, Input } from '../../platform/api-route.js';
import { EditLadder } from './edit-ladder.js';
import { EditTemplate } from './edit-template.js';
import { ladderViews } from './ladder.queries.js';
import { templateViews } from './template.queries.js';

/** What messages say, and whom they call when nobody answers. */
@Controller()
export class TemplatesController {
  constructor(
    private readonly database: DataSource,
    private readonly template: EditTemplate,
    private readonly ladder: EditLadder,
  ) {}

  @ApiRoute('listTemplates')
  async listTemplates() {
    return { items: await templateViews(this.database) };
  }

  @ApiRoute('editTemplate')
  editTemplate(@Input() { params, body }: Received<Api['editTemplate']>, @By() actor: Actor) {
    return this.template.run(params.key, body, actor);
  }

  @ApiRoute('listLadders')
  async listLadders() {
    return { items: await ladderViews(this.database) };
  }

  @ApiRoute('editLadder')
  editLadder(@Input() { params, body }: Received<Api['editLadder']>, @By() actor: Actor) {
    return this.ladder.run(params.scope, body.ladder, body.reason, actor);
  }

  @ApiRoute('dropLadder')
  async dropLadder(@Input() { params, body }: Received<Api['dropLadder']>, @By() actor: Actor) {
    await this.ladder.drop(params.scope, body.reason, actor);
    return { done: true as const };
  }
}
