import type { Api } from '@liandong/shared/api';
import type { Received } from '@liandong/shared/route';
import { Controller } from '@nestjs/common';
import type { Actor } from '../platform/actor.js';
import { ApiRoute, By, Input } from '../platform/api-route.js';
import { AddNote } from './add-note.js';
import { ChangeIncident } from './change-incident.js';
import { JoinCall } from './join-call.js';
import { SendUpwardReport } from './send-upward-report.js';
import { AddSituations } from './situations.js';

/** What becomes known, said and reported while an incident runs. */
@Controller()
export class CourseController {
  constructor(
    private readonly changeIncident: ChangeIncident,
    private readonly joinCall: JoinCall,
    private readonly addNote: AddNote,
    private readonly situations: AddSituations,
    private readonly upward: SendUpwardReport,
  ) {}

  @ApiRoute('changeIncident')
  change(@Input() { params, body }: Received<Api['changeIncident']>, @By() actor: Actor) {
    return this.changeIncident.run(params.id, body, actor);
  }

  @ApiRoute('joinCall')
  join(@Input() { params, body }: Received<Api['joinCall']>, @By() actor: Actor) {
    return this.joinCall.run(params.id, body, actor);
  }

  @ApiRoute('addNote')
  note(@Input() { params, body }: Received<Api['addNote']>, @By() actor: Actor) {
    return this.addNote.run(params.id, body, actor);
  }

  @ApiRoute('addSituation')
  situation(@Input() { params, body }: Received<Api['addSituation']>, @By() actor: Actor) {
    return this.situations.run(params.id, body, actor);
  }

  @ApiRoute('sendUpwardReport')
  report(@Input() { params, body }: Received<Api['sendUpwardReport']>, @By() actor: Actor) {
    return this.upward.run(params.id, body, actor);
  }
}
