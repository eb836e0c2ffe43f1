import type { StyleSpecification } from 'maplibre-gl';
import type { Palette } from './palette';

/** The offline base: one ground colour. No glyph and no sprite server: letters are drawn by this machine. */
export const offlineStyle = (palette: Palette): StyleSpecification => ({
  version: 8,
  sources: {},
  layers: [{ id: 'ground', type: 'background', paint: { 'background-color': palette.ground } }],
});

/** Fonts for what is drawn on the map, as the page has them. */
export const LOCAL_FONTS = '"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",sans-serif';
