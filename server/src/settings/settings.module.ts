import { Module } from '@nestjs/common';
import { EditSetting } from './edit-setting.js';
import { SettingsController } from './settings.controller.js';

@Module({ controllers: [SettingsController], providers: [EditSetting] })
export class SettingsModule {}
