import type { Severity } from '@liandong/shared/incident';
import type { Map as MapLibre } from 'maplibre-gl';
import type { Tone } from '../../ui/signs';
import type { Palette } from './palette';

/** Icons are drawn twice as fine as they are shown. */
const RATIO = 2;

function drawn(size: number, draw: (pen: CanvasRenderingContext2D) => void): ImageData {
  const canvas = document.createElement('canvas');
  canvas.width = size * RATIO;
  canvas.height = size * RATIO;
  const pen = canvas.getContext('2d');
  if (pen === null) throw new Error('no 2d canvas');
  pen.scale(RATIO, RATIO);
  pen.translate(size / 2, size / 2);
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  draw(pen);
  return pen.getImageData(0, 0, canvas.width, canvas.height);
}

function add(map: MapLibre, name: string, image: ImageData): void {
  if (!map.hasImage(name)) map.addImage(name, image, { pixelRatio: RATIO });
}

const NUMERALS: Record<Severity, string> = { I: 'I', II: 'II', III: 'III', IV: 'IV' };

/** `incident-II`, `incident-II-selected`: a diamond with its numeral, a ring round the selected one. */
export function addIncidentIcons(map: MapLibre, palette: Palette): void {
  for (const level of Object.keys(NUMERALS) as Severity[]) {
    for (const selected of [false, true]) {
      const image = drawn(40, (pen) => {
        if (selected) {
          pen.beginPath();
          pen.arc(0, 0, 17.5, 0, Math.PI * 2);
          pen.strokeStyle = palette.text;
          pen.lineWidth = 2;
          pen.stroke();
        }
        pen.beginPath();
        for (const [x, y] of [
          [0, -13],
          [13, 0],
          [0, 13],
          [-13, 0],
        ] as const)
          pen.lineTo(x, y);
        pen.closePath();
        pen.fillStyle = palette.severity[level];
        pen.fill();
        pen.strokeStyle = palette.halo;
        pen.lineWidth = 1;
        pen.stroke();
        pen.fillStyle = palette.onSign;
        pen.font = 'bold 11px "DejaVu Serif", Georgia, serif';
        pen.fillText(NUMERALS[level], 0, 0.5);
      });
      add(map, `incident-${level}${selected ? '-selected' : ''}`, image);
    }
  }
}

const SIGNS: Record<Tone | 'idle', string> = {
  idle: '',
  sent: '…',
  ack: '✓',
  go: '→',
  on: ' ',
  done: '',
  off: '',
  late: '!',
};

/** `team-go` and so on: a disc with the sign of the state; teams at rest are smaller. */
export function addTeamIcons(map: MapLibre, palette: Palette): void {
  for (const tone of Object.keys(SIGNS) as (keyof typeof SIGNS)[]) {
    const { fill, stroke, sign } = palette.team[tone];
    const resting = SIGNS[tone] === '';
    const image = drawn(22, (pen) => {
      pen.beginPath();
      pen.arc(0, 0, resting ? 5 : 8, 0, Math.PI * 2);
      pen.fillStyle = fill;
      pen.fill();
      pen.strokeStyle = stroke;
      pen.lineWidth = 1.5;
      pen.stroke();
      pen.fillStyle = sign;
      pen.font = 'bold 11px "DejaVu Sans", "Noto Sans CJK SC", sans-serif';
      pen.fillText(SIGNS[tone], 0, 0.5);
    });
    add(map, `team-${tone}`, image);
  }
}
