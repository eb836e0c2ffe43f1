import { Module } from '@nestjs/common';
import { IncidentsModule } from '../incidents/incidents.module.js';
import { MessagesModule } from '../messages/messages.module.js';
import { PlacesModule } from '../places/places.module.js';
import { CountyInForce } from './county-in-force.js';
import { ApplyImport } from './imports/apply-import.js';
import { ExportCounty } from './imports/export-county.js';
import { ImportsController } from './imports/imports.controller.js';
import { PreviewImport } from './imports/preview-import.js';
import { ConfirmRules } from './set-up/confirm-rules.js';
import { EditCounty } from './set-up/edit-county.js';
import { FirstAdministrator } from './set-up/first-administrator.js';
import { IssueAccounts } from './set-up/issue-accounts.js';
import { OpenCounty } from './set-up/open-county.js';
import { SetUpController } from './set-up/set-up.controller.js';
import { TypeTownships } from './set-up/type-townships.js';
import { SignAsCounty } from './sign-as-county.js';

@Module({
  imports: [PlacesModule, MessagesModule, IncidentsModule],
  controllers: [ImportsController, SetUpController],
  providers: [
    CountyInForce,
    SignAsCounty,
    PreviewImport,
    ApplyImport,
    ExportCounty,
    FirstAdministrator,
    EditCounty,
    ConfirmRules,
    IssueAccounts,
    OpenCounty,
    TypeTownships,
  ],
})
export class CountyModule {}
