import { Module } from '@nestjs/common';
import { PlacesModule } from '../places/places.module.js';
import { EditEquipment } from './edit-equipment.js';
import { EquipmentController } from './equipment.controller.js';
import { SearchEquipment } from './search-equipment.js';

@Module({
  imports: [PlacesModule],
  controllers: [EquipmentController],
  providers: [EditEquipment, SearchEquipment],
})
export class EquipmentModule {}
