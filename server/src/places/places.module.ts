import { Module } from '@nestjs/common';
import { AddPlace } from './add-place.js';
import { BordersController } from './borders/borders.controller.js';
import { ImportBorders } from './borders/import-borders.js';
import { EditPlace } from './edit-place.js';
import { EditSeatArea } from './edit-seat-area.js';
import { GazetteerController } from './gazetteer.controller.js';
import { Gazetteer } from './gazetteer.js';
import { ImportPlaces } from './imports/import-places.js';
import { PlaceRegister } from './place-register.js';
import { PlacesController } from './places.controller.js';
import { RetirePlace } from './retire-place.js';

@Module({
  controllers: [PlacesController, GazetteerController, BordersController],
  providers: [EditSeatArea, Gazetteer, PlaceRegister, AddPlace, EditPlace, RetirePlace, ImportPlaces, ImportBorders],
  exports: [Gazetteer],
})
export class PlacesModule {}
