import { Column, type ColumnOptions, Entity, Index, PrimaryColumn } from 'typeorm';
import { type GeoPoint, POINT } from '../database/columns.js';

/** An area on the earth, WGS-84: one ring, its first point again at its end. */
const POLYGON: ColumnOptions = { type: 'geography', spatialFeatureType: 'Polygon', srid: 4326 };
interface GeoPolygon {
  type: 'Polygon';
  coordinates: [lon: number, lat: number][][];
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
  @Column(POLYGON)
  @Index('townships_outline', { spatial: true })
  outline!: GeoPolygon;
  @Column('text') outlineBasis!: string;
}

/** A name of the gazetteer. `keys`: every way to type it (name, aliases, pinyin, initials), lower case. */
@Entity('places')
export class Place {
  @PrimaryColumn('text') code!: string;
  @Column('text') name!: string;
  @Column('text') kind!: string;
  @Column('text') @Index('places_township') townshipCode!: string;
  @Column(POINT) location!: GeoPoint;
  @Column('text') grade!: string;
  @Column('text') basis!: string;
  @Column('text', { array: true }) keys!: string[];
  @Column('text', { array: true, default: [] }) aliases!: string[];
}
