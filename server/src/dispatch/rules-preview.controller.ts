import type { Api } from '@liandong/shared/api';
import type { Received } from '@liandong/shared/route';
import { Controller } from '@nestjs/common';
import { ApiRoute, Input } from '../platform/api-route.js';
import { PreviewTargets } from './preview-targets.js';
import { TryPlan } from './try-plan.js';

@Controller()
export class RulesPreviewController {
  constructor(
    private readonly preview: PreviewTargets,
    private readonly tryPlan: TryPlan,
  ) {}

  @ApiRoute('tryResponsePlan')
  trial(@Input() { body }: Received<Api['tryResponsePlan']>) {
    return this.tryPlan.run(body);
  }

  @ApiRoute('previewTargets')
  async targets(@Input() { body }: Received<Api['previewTargets']>) {
    return { items: await this.preview.run(body) };
  }
}
