import type { BoardRow } from '@liandong/shared/board';
import type { TeamRow } from '@liandong/shared/team';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { addTeamIcons } from '../core/icons';
import { type LayerPlan, useLayer, useSame } from '../core/use-layer';
import { orderFeatures, teamFeatures } from './features';

const TEAMS: LayerPlan = {
  source: 'teams',
  prepare: addTeamIcons,
  parts: (palette) => [
    {
      id: 'team-icon',
      type: 'symbol',
      layout: {
        'icon-image': ['get', 'icon'],
        'icon-offset': ['array', 'number', 2, ['get', 'offset']],
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
        'symbol-sort-key': ['get', 'rank'],
        'text-field': ['get', 'label'],
        'text-size': 12,
        // Many teams share one base: their names move aside, and give way last of all.
        'text-variable-anchor': ['left', 'right', 'top', 'bottom', 'top-left', 'bottom-left', 'top-right'],
        'text-radial-offset': ['get', 'away'],
        'text-justify': 'auto',
        'text-optional': true,
        'text-padding': 1,
      },
      paint: { 'text-color': palette.text, 'text-halo-color': palette.halo, 'text-halo-width': 1.5 },
    },
  ],
};
const ORDERS: LayerPlan = {
  source: 'orders',
  parts: (palette) => [
    {
      id: 'order-line',
      type: 'line',
      paint: {
        'line-color': ['case', ['get', 'late'], palette.team.late.fill, palette.accent],
        'line-width': ['case', ['get', 'moving'], 2, 1.2],
        'line-dasharray': [3, 3],
        'line-opacity': ['case', ['get', 'moving'], 0.9, 0.6],
      },
    },
  ],
};

interface Props {
  teams: readonly z.infer<typeof TeamRow>[];
  rows: ReadonlyMap<string, BoardRow>;
  /** The present minute (ms): labels change once a minute, not every second. */
  minute: number;
  visible: boolean;
  lines: boolean;
}

/** Teams by what they are doing, and lines to where they were sent. */
export function TeamsLayer({ teams, rows, minute, visible, lines }: Props) {
  const { t } = useTranslation('desk');
  const words = {
    left: (minutes: number) => t('mapWords.minutes', { minutes }),
    late: (minutes: number) => t('mapWords.minutesLate', { minutes }),
  };
  useLayer(TEAMS, useSame(teamFeatures(teams, rows, minute, words)), visible);
  useLayer(ORDERS, useSame(orderFeatures(teams, rows, minute)), lines);
  return null;
}
