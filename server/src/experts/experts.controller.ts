import type { Api } from '@liandong/shared/api';
import type { Received } from '@liandong/shared/route';
import { Controller } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { readIncident } from '../incidents/incident.queries.js';
import type { Actor } from '../platform/actor.js';
import { ApiRoute, By, Input } from '../platform/api-route.js';
import { AnswerExpertCall } from './answer-expert-call.js';
import { CallExperts } from './call-experts.js';
import { EditExpert } from './edit-expert.js';
import { listExpertCalls, listExperts } from './expert.queries.js';
import { needOf, placeWords, proposeExperts } from './propose.rules.js';

/** 应急专家组. */
@Controller()
export class ExpertsController {
  constructor(
    private readonly database: DataSource,
    private readonly editExpert: EditExpert,
    private readonly callExperts: CallExperts,
    private readonly answerCall: AnswerExpertCall,
  ) {}

  @ApiRoute('listExperts')
  async list() {
    return { items: await listExperts(this.database) };
  }

  @ApiRoute('addExpert')
  add(@Input() { body }: Received<Api['addExpert']>, @By() actor: Actor) {
    return this.editExpert.add(body, actor);
  }

  @ApiRoute('editExpert')
  edit(@Input() { params, body }: Received<Api['editExpert']>, @By() actor: Actor) {
    return this.editExpert.edit(params.id, body, actor);
  }

  @ApiRoute('retireExpert')
  retire(@Input() { params, body }: Received<Api['retireExpert']>, @By() actor: Actor) {
    return this.editExpert.retire(params.id, body.reason, actor);
  }

  @ApiRoute('proposeExperts')
  propose(@Input() { params }: Received<Api['proposeExperts']>) {
    return proposalsFor(this.database, params.id);
  }

  @ApiRoute('callExperts')
  async call(@Input() { body }: Received<Api['callExperts']>, @By() actor: Actor) {
    return { items: await this.callExperts.run(body, actor) };
  }

  @ApiRoute('listExpertCalls')
  async calls(@Input() { query }: Received<Api['listExpertCalls']>) {
    return { items: await listExpertCalls(this.database, query.incidentId) };
  }

  @ApiRoute('answerExpertCall')
  answer(@Input() { params, body }: Received<Api['answerExpertCall']>, @By() actor: Actor) {
    return this.answerCall.run(params.id, body, actor);
  }
}

/** The group ranked for one incident, with the words a call would say. @throws Problem not-found */
async function proposalsFor(database: DataSource, incidentId: string) {
  const { type, placeText, townshipName, major } = await readIncident(database, incidentId);
  const facts = { typeCode: type?.code ?? null, typeName: type?.name ?? null, major };
  const asked = new Set((await listExpertCalls(database, incidentId)).map((call) => call.expertId));
  return {
    place: placeWords(placeText, townshipName, facts.typeName),
    task: needOf(facts).task,
    items: proposeExperts(facts, await listExperts(database), asked),
  };
}
