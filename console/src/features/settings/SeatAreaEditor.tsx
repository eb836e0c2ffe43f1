import type { LonLat } from '@liandong/shared/basics';
import type { TownshipView } from '@liandong/shared/place';
import { EditSeatArea } from '@liandong/shared/response-rule';
import { lazy, Suspense, useMemo, useState } from 'react';
import type { z } from 'zod';
import { SeatAreaForm } from './SeatAreaForm';
import { circleRing, cornersOf } from './seat-area.rules';
import { useSave } from './use-save';

type Township = z.infer<typeof TownshipView>;
/** What is being drawn. `corners` null: the radius holds. */
export interface AreaDraft {
  radiusMeters: number | null;
  corners: LonLat[] | null;
  reason: string;
}

/** The map library is large: it comes after the list. */
const SeatAreaMap = lazy(() => import('./SeatAreaMap'));

const begin = ({ seatRadiusMeters, seatArea }: Township): AreaDraft => ({
  radiusMeters: seatRadiusMeters,
  corners: seatArea && cornersOf(seatArea),
  reason: '',
});

interface Props {
  township: Township;
  townships: readonly Township[];
  editable: boolean;
}

/** One township's seat area on the map, and how it is drawn. */
export function SeatAreaEditor({ township, townships, editable }: Props) {
  const [draft, setDraft] = useState(() => begin(township));
  const { save, busy, problem, reset } = useSave('editSeatArea', ['listTownships', 'previewTargets'], () =>
    setDraft((before) => ({ ...before, reason: '' })),
  );
  const change = (part: Partial<AreaDraft>): void => {
    reset();
    setDraft((before) => ({ ...before, ...part }));
  };
  const { radiusMeters, corners, reason } = draft;
  const body = EditSeatArea.safeParse({ radiusMeters, ring: corners, reason }).data;
  const ring = useMemo(
    () => corners?.map(({ lon, lat }) => [lon, lat] as const) ?? circleRing(township.seat, radiusMeters ?? 0),
    [township, corners, radiusMeters],
  );
  return (
    <div className="area-editor">
      <Suspense fallback={<div className="area-map" />}>
        <SeatAreaMap
          township={township}
          townships={townships}
          ring={ring}
          corners={corners}
          onCorner={editable && corners !== null ? (at) => change({ corners: [...corners, at] }) : null}
        />
      </Suspense>
      {editable && (
        <SeatAreaForm
          name={township.name}
          draft={draft}
          onChange={change}
          busy={busy}
          problem={problem}
          onSave={body && (() => save({ params: { code: township.code }, body }))}
        />
      )}
    </div>
  );
}
