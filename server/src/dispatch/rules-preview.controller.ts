import type { Api } from '@liandong/shared/api';
import type { Received } from '@liandong/shared/route';
import { Controller } from '@nestjs/common';
import { ApiRoute, Input } from '../platform/api-route.js';
import { PreviewTargets } from './preview-targets.js';

@Controller()
export class RulesPreviewController {
  constructor(private readonly preview: PreviewTargets) {}

  @ApiRoute('previewTargets')
  async targets(@Input() { body }: Received<Api['previewTargets']>) {
    return { items: await this.preview.run(body) };
  }
}
