import type { Api } from '@liandong/shared/api';
import type { Received } from '@liandong/shared/route';
import { Controller } from '@nestjs/common';
import type { Actor } from '../platform/actor.js';
import { ApiRoute, By, Input } from '../platform/api-route.js';
import { AddPlace } from './add-place.js';
import { EditPlace } from './edit-place.js';
import { ImportPlaces } from './imports/import-places.js';
import { PlaceRegister } from './place-register.js';
import { RetirePlace } from './retire-place.js';

@Controller()
export class GazetteerController {
  constructor(
    private readonly register: PlaceRegister,
    private readonly add: AddPlace,
    private readonly edit: EditPlace,
    private readonly retire: RetirePlace,
    private readonly imports: ImportPlaces,
  ) {}

  @ApiRoute('listPlaces')
  list(@Input() { query }: Received<Api['listPlaces']>) {
    return this.register.list(query);
  }

  @ApiRoute('addPlace')
  addPlace(@Input() { body }: Received<Api['addPlace']>, @By() actor: Actor) {
    return this.add.run(body, actor);
  }

  @ApiRoute('editPlace')
  editPlace(@Input() { params, body }: Received<Api['editPlace']>, @By() actor: Actor) {
    return this.edit.run(params.code, body, actor);
  }

  @ApiRoute('retirePlace')
  retirePlace(@Input() { params, body }: Received<Api['retirePlace']>, @By() actor: Actor) {
    return this.retire.run(params.code, body.reason, actor);
  }

  @ApiRoute('previewPlaceImport')
  preview(@Input() { body }: Received<Api['previewPlaceImport']>) {
    return this.imports.preview(body);
  }

  @ApiRoute('importPlaces')
  apply(@Input() { body }: Received<Api['importPlaces']>, @By() actor: Actor) {
    return this.imports.apply(body, actor);
  }
}
