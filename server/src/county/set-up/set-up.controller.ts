import type { Api } from '@liandong/shared/api';
import { INCIDENT_TYPES } from '@liandong/shared/defaults/incident-types';
import { DEFAULT_PLANS } from '@liandong/shared/defaults/plans';
import { RESPONSE_RULES } from '@liandong/shared/defaults/response-rules';
import type { Received } from '@liandong/shared/route';
import { Controller, Inject, Req } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CONFIG, type Config } from '../../config.js';
import type { Actor } from '../../platform/actor.js';
import { type ApiRequest, ApiRoute, By, Input } from '../../platform/api-route.js';
import { Clock } from '../../platform/clock.js';
import { readKnownCounty } from '../county.queries.js';
import { ConfirmRules } from './confirm-rules.js';
import { EditCounty } from './edit-county.js';
import { FirstAdministrator } from './first-administrator.js';
import { IssueAccounts } from './issue-accounts.js';
import { OpenCounty } from './open-county.js';
import { listAccounts, readSetup } from './set-up.queries.js';
import { awaitsFirstAccount } from './setup-keys.js';
import { TypeTownships } from './type-townships.js';

const TASKS = new Map(DEFAULT_PLANS.map(({ typeCode, taskText }) => [typeCode, taskText]));

@Controller()
export class SetUpController {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
    private readonly firstAdministrator: FirstAdministrator,
    private readonly editCounty: EditCounty,
    private readonly confirmRules: ConfirmRules,
    private readonly issueAccounts: IssueAccounts,
    private readonly openCounty: OpenCounty,
    private readonly typeTownships: TypeTownships,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @ApiRoute('getFirstStart')
  async firstStart() {
    return { open: await awaitsFirstAccount(this.database) };
  }

  @ApiRoute('makeFirstAdministrator')
  first(@Input() { body }: Received<Api['makeFirstAdministrator']>, @Req() request: ApiRequest) {
    return this.firstAdministrator.run(body, request.ip);
  }

  @ApiRoute('getCountyState')
  async state() {
    const known = await readKnownCounty(this.database);
    return { name: this.config.COUNTY_NAME, inService: Boolean(known?.inServiceAt) };
  }

  @ApiRoute('getSetup')
  setup() {
    return readSetup(this.database, this.config, this.clock.now());
  }

  @ApiRoute('editCounty')
  edit(@Input() { body }: Received<Api['editCounty']>, @By() actor: Actor) {
    return this.editCounty.run(body, actor);
  }

  @ApiRoute('typeTownships')
  townships(@Input() { body }: Received<Api['typeTownships']>, @By() actor: Actor) {
    return this.typeTownships.run(body, actor);
  }

  @ApiRoute('getDefaultRules')
  defaults() {
    const types = INCIDENT_TYPES.map((type) => ({ ...type, taskText: TASKS.get(type.code) ?? null }));
    return { rules: [...RESPONSE_RULES], types };
  }

  @ApiRoute('confirmRules')
  confirm(@By() actor: Actor) {
    return this.confirmRules.run(actor);
  }

  @ApiRoute('issueAccounts')
  async issue(@Input() { body }: Received<Api['issueAccounts']>, @By() actor: Actor) {
    return { items: await this.issueAccounts.run(body, actor) };
  }

  @ApiRoute('listAccounts')
  async accounts() {
    return { items: await listAccounts(this.database) };
  }

  @ApiRoute('openCounty')
  open(@By() actor: Actor) {
    return this.openCounty.run(actor);
  }
}
