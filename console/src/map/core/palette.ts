import type { Severity } from '@liandong/shared/incident';
import type { Theme } from '../../app/theme';
import type { Tone } from '../../ui/signs';

/** The map's colours: a canvas knows no CSS custom properties. The same values as `ui/tokens.css`. */
export interface Palette {
  ground: string;
  cell: string;
  urban: string;
  line: string;
  river: string;
  seat: string;
  place: string;
  halo: string;
  text: string;
  accent: string;
  ring: string;
  onSign: string;
  severity: Record<Severity, string>;
  team: Record<Tone | 'idle', { fill: string; stroke: string; sign: string }>;
}

const severity = { I: '#ff4550', II: '#ff8b3d', III: '#f2c53d', IV: '#5a9bea' };

export const PALETTES: Record<Theme, Palette> = {
  dark: {
    ground: '#0d151d',
    cell: '#121d27',
    urban: '#172635',
    line: '#2a3b4c',
    river: '#1f4a6e',
    seat: '#41566a',
    place: '#8ba0b5',
    halo: '#0d151d',
    text: '#dbe8f5',
    accent: '#56a8ff',
    ring: '#647789',
    onSign: '#0b1117',
    severity,
    team: {
      idle: { fill: '#2d4154', stroke: '#8aa0b5', sign: '#8aa0b5' },
      sent: { fill: '#2d4154', stroke: '#d8ebff', sign: '#e8eef4' },
      ack: { fill: '#2d5a86', stroke: '#d8ebff', sign: '#ffffff' },
      go: { fill: '#56a8ff', stroke: '#d8ebff', sign: '#0b1117' },
      on: { fill: '#3dbb8c', stroke: '#d9fff0', sign: '#0b1117' },
      done: { fill: '#2d4154', stroke: '#8aa0b5', sign: '#8aa0b5' },
      off: { fill: '#2d4154', stroke: '#8aa0b5', sign: '#8aa0b5' },
      late: { fill: '#a73732', stroke: '#ffd9d6', sign: '#ffffff' },
    },
  },
  light: {
    ground: '#e9eff4',
    cell: '#f6f9fb',
    urban: '#e3edf6',
    line: '#c3d0dc',
    river: '#8fbfe6',
    seat: '#9fb0c0',
    place: '#56687a',
    halo: '#f6f9fb',
    text: '#14202c',
    accent: '#1464b8',
    ring: '#7d8fa1',
    onSign: '#0b1117',
    severity: { I: '#f0545c', II: '#f58a42', III: '#e8bb34', IV: '#6ba8f0' },
    team: {
      idle: { fill: '#ffffff', stroke: '#7d8fa1', sign: '#586a7c' },
      sent: { fill: '#ffffff', stroke: '#1464b8', sign: '#14202c' },
      ack: { fill: '#cfe2f5', stroke: '#1464b8', sign: '#14202c' },
      go: { fill: '#1464b8', stroke: '#ffffff', sign: '#ffffff' },
      on: { fill: '#0f7a52', stroke: '#ffffff', sign: '#ffffff' },
      done: { fill: '#ffffff', stroke: '#7d8fa1', sign: '#586a7c' },
      off: { fill: '#ffffff', stroke: '#7d8fa1', sign: '#586a7c' },
      late: { fill: '#b3261e', stroke: '#ffffff', sign: '#ffffff' },
    },
  },
};
