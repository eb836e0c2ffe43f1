import { Module } from '@nestjs/common';
import { EditSeatArea } from './edit-seat-area.js';
import { Gazetteer } from './gazetteer.js';
import { PlacesController } from './places.controller.js';

@Module({ controllers: [PlacesController], providers: [EditSeatArea, Gazetteer], exports: [Gazetteer] })
export class PlacesModule {}
