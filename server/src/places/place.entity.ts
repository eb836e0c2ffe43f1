import type { AREA_KINDS, PLACE_KINDS } from '@liandong/shared/place';
import { Column, type ColumnOptions, Entity, Index, PrimaryColumn } from 'typeorm';
import { type GeoPoint, POINT } from '../database/columns.js';

type Ring = [lon: number, lat: number][];

/** An area on the earth, WGS-84: one ring, its first point again at its end. */
const POLYGON: ColumnOptions = { type: 'geography', spatialFeatureType: 'Polygon', srid: 4326 };
interface GeoPolygon {
  type: 'Polygon';
  coordinates: Ring[];
}

/** One or more parts, each a ring and the holes in it. */
const MULTI_POLYGON: ColumnOptions = { type: 'geography', spatialFeatureType: 'MultiPolygon', srid: 4326 };
export interface GeoMultiPolygon {
  type: 'MultiPolygon';
  coordinates: Ring[][];
}

@Entity('townships')
export class Township {
  @PrimaryColumn('text') code!: string;
  @Column('text') name!: string;
  @Column('boolean') urban!: boolean;
  @Column('smallint') strengthClass!: number;
  @Column(POINT) seat!: GeoPoint;
  @Column('text') seatGrade!: string;
  @Column('integer') seatRadiusMeters!: number;
  /** 驻地区域 drawn as a line; null: the radius holds. */
  @Column({ ...POLYGON, nullable: true }) seatArea!: GeoPolygon | null;
  @Column(MULTI_POLYGON)
  @Index('townships_outline', { spatial: true })
  outline!: GeoMultiPolygon;
  @Column('text') outlineBasis!: string;
}

/** A name of the gazetteer. A retired one is found no more. */
@Entity('places')
export class Place {
  @PrimaryColumn('text') code!: string;
  @Column('text') name!: string;
  @Column('text') kind!: (typeof PLACE_KINDS)[number];
  @Column('text') @Index('places_township') townshipCode!: string;
  @Column(POINT) location!: GeoPoint;
  @Column('text') grade!: string;
  @Column('text') basis!: string;
  @Column('text', { array: true, default: [] }) aliases!: string[];
  @Column('timestamptz', { nullable: true }) retiredAt!: Date | null;
}

/** The county's outline (one row) and the grids of its townships. */
@Entity('areas')
export class AreaRow {
  @PrimaryColumn('text') code!: string;
  @Column('text') kind!: (typeof AREA_KINDS)[number];
  @Column('text') name!: string;
  @Column('text', { nullable: true }) townshipCode!: string | null;
  @Column(MULTI_POLYGON)
  @Index('areas_outline', { spatial: true })
  outline!: GeoMultiPolygon;
  @Column('text') basis!: string;
}
