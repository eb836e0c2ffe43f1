import type { Api } from '@liandong/shared/api';
import type { Received } from '@liandong/shared/route';
import { Controller } from '@nestjs/common';
import type { Actor } from '../platform/actor.js';
import { ApiRoute, By, Input } from '../platform/api-route.js';
import { EndIncidents } from './end-incidents.js';
import { MergeIncidents } from './merge-incidents.js';
import { ReopenIncident } from './reopen-incident.js';
import { TransferIncident } from './transfer-incident.js';

/** The ways an incident ends, and back. */
@Controller()
export class IncidentEndsController {
  constructor(
    private readonly ends: EndIncidents,
    private readonly merging: MergeIncidents,
    private readonly transferIncident: TransferIncident,
    private readonly reopenIncident: ReopenIncident,
  ) {}

  @ApiRoute('closeIncident')
  close(@Input() { params, body }: Received<Api['closeIncident']>, @By() actor: Actor) {
    return this.ends.close(params.id, body, actor);
  }

  @ApiRoute('invalidateIncident')
  invalidate(@Input() { params, body }: Received<Api['invalidateIncident']>, @By() actor: Actor) {
    return this.ends.invalidate(params.id, body, actor);
  }

  @ApiRoute('mergeIncident')
  merge(@Input() { params, body }: Received<Api['mergeIncident']>, @By() actor: Actor) {
    return this.merging.merge(params.id, body, actor);
  }

  @ApiRoute('unmergeIncident')
  unmerge(@Input() { params, body }: Received<Api['unmergeIncident']>, @By() actor: Actor) {
    return this.merging.unmerge(params.id, body.reason, actor);
  }

  @ApiRoute('transferIncident')
  transfer(@Input() { params, body }: Received<Api['transferIncident']>, @By() actor: Actor) {
    return this.transferIncident.run(params.id, body, actor);
  }

  @ApiRoute('reopenIncident')
  reopen(@Input() { params, body }: Received<Api['reopenIncident']>, @By() actor: Actor) {
    return this.reopenIncident.run(params.id, body.reason, actor);
  }
}
