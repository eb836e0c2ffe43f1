import type { Api } from '@liandong/shared/api';
import type { Received } from '@liandong/shared/route';
import { Controller } from '@nestjs/common';
import { ApiRoute, Input } from '../platform/api-route.js';
import { DraftUpwardReport } from './draft-upward-report.js';

/** Drafts of reports upward. */
@Controller()
export class UpwardController {
  constructor(private readonly drafts: DraftUpwardReport) {}

  @ApiRoute('draftUpwardReport')
  draft(@Input() { params, query }: Received<Api['draftUpwardReport']>) {
    return this.drafts.run(params.id, query.stage);
  }
}
