import type { Api } from '@liandong/shared/api';
import type { Received } from '@liandong/shared/route';
import { Controller } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../platform/actor.js';
import { ApiRoute, By, Input } from '../platform/api-route.js';
import { EditSetting } from './edit-setting.js';
import { settingViews } from './settings.queries.js';

@Controller()
export class SettingsController {
  constructor(
    private readonly database: DataSource,
    private readonly editSetting: EditSetting,
  ) {}

  @ApiRoute('listSettings')
  async list() {
    return { items: await settingViews(this.database) };
  }

  @ApiRoute('editSetting')
  edit(@Input() { params, body }: Received<Api['editSetting']>, @By() actor: Actor) {
    return this.editSetting.run(params.key, body, actor);
  }
}
