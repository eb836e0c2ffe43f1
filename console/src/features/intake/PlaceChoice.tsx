import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { markPlace, picked, pickOnMap, useDesk } from '../desk/desk-state';
import { asPlace, type Composed, PROPOSAL_KEYS } from './compose.rules';
import { change, type Place } from './draft';
import { type Hit, PlaceSearch } from './PlaceSearch';
import './place.css';

/** A click on the map becomes the place; its words stay what was typed or proposed. */
function usePicked(name: string): void {
  const point = useDesk((desk) => desk.picked);
  useEffect(() => {
    if (point === null) return;
    change({ place: { name, townshipCode: null, townshipName: null, location: point, grade: 'map' } });
    picked(null);
  }, [point, name]);
}

/** The map shows where the call would be filed. */
function useMark(place: Place | null, pointWord: string): void {
  const { lon, lat } = place?.location ?? {};
  const label = place?.name || pointWord;
  useEffect(() => {
    markPlace(lon === undefined || lat === undefined ? null : { lon, lat }, label);
  }, [lon, lat, label]);
}

const placeLine = (place: Place): string =>
  place.townshipName === null || place.name.includes(place.townshipName)
    ? place.name
    : `${place.townshipName} ${place.name}`;

interface Props {
  composed: Composed;
  proposed: readonly Hit[];
  /** How many types stand before the places in the Alt numbering. */
  offset: number;
}

/** Where it is: proposed from the narrative, searched in the gazetteer, or clicked on the map. */
export function PlaceChoice({ composed, proposed, offset }: Props) {
  const { t } = useTranslation('intake');
  const picking = useDesk((desk) => desk.picking);
  const { place } = composed;
  usePicked(place?.name ?? '');
  useMark(place, t('mapPoint'));
  const take = (hit: Hit): void => {
    change({ place: asPlace(hit) });
  };
  return (
    <fieldset className="choice">
      <legend>
        {t('place')}
        {!composed.placeChosen && place !== null && <span className="proposed">{t('proposed')}</span>}
      </legend>
      <p className="chosen-place" data-testid="intake-chosen-place">
        {place === null ? (
          <span className="faint">{t('placeNone')}</span>
        ) : (
          <>
            <b>{placeLine(place) || t('mapPoint')}</b>{' '}
            {place.location === null ? (
              <span className="faint">{t('townshipOnly')}</span>
            ) : (
              <>
                <span className="num faint">
                  {place.location.lon.toFixed(4)}, {place.location.lat.toFixed(4)}
                </span>{' '}
                {place.grade === 'map' ? t('gradeMap') : t('grade', { grade: place.grade })}
              </>
            )}
            <button type="button" className="btn ghost" onClick={() => change({ place: null })}>
              {t('placeClear')}
            </button>
          </>
        )}
      </p>
      <div className="options">
        {proposed.slice(0, Math.max(0, PROPOSAL_KEYS - offset)).map((hit, index) => (
          <button
            key={hit.code}
            type="button"
            className={`option${place?.name === hit.name && place.townshipCode === hit.townshipCode ? ' on' : ''}${composed.placeChosen ? '' : ' unsure'}`}
            onClick={() => take(hit)}
          >
            {hit.name} <span className="faint">{hit.townshipName}</span> <kbd>Alt {offset + index + 1}</kbd>
          </button>
        ))}
      </div>
      <div className="place-line">
        <PlaceSearch onTake={take} />
        <button
          type="button"
          className={picking ? 'btn primary' : 'btn'}
          aria-pressed={picking}
          onClick={() => pickOnMap(!picking)}
          data-testid="intake-pick"
        >
          {t(picking ? 'picking' : 'pick')}
        </button>
      </div>
    </fieldset>
  );
}
