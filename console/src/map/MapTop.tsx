import { isOpen } from '@liandong/shared/order.lifecycle';
import { useTranslation } from 'react-i18next';
import { MAP_LAYERS, toggleLayer, toggleLayerMenu, useDesk } from '../features/desk/desk-state';
import { placeWords, shortNumber } from '../features/desk/words';
import { useRow, useRows } from '../live/store';

function LayerMenu() {
  const { t } = useTranslation('desk');
  const layers = useDesk((desk) => desk.layers);
  return (
    <fieldset className="layer-menu" data-testid="layer-menu">
      <legend className="visually-hidden">{t('mapWords.layers')}</legend>
      {MAP_LAYERS.map((layer) => (
        <label key={layer}>
          <input type="checkbox" checked={layers[layer]} onChange={() => toggleLayer(layer)} /> {t(`mapWords.${layer}`)}
        </label>
      ))}
    </fieldset>
  );
}

/** Over the map: what is selected, how many teams are out, the layers. */
export function MapTop({ teamCount, onCounty }: { teamCount: number; onCounty: () => void }) {
  const { t } = useTranslation('desk');
  const row = useRow(useDesk((desk) => desk.selectedId));
  const rows = useRows();
  const menu = useDesk((desk) => desk.layerMenu);
  const picking = useDesk((desk) => desk.picking);
  const out = new Set(
    [...rows.values()].flatMap((each) => each.orders.filter((o) => isOpen(o.status)).map((o) => o.teamCode)),
  ).size;
  return (
    <div className="map-top">
      {picking ? (
        <span className="map-chip picking">{t('mapWords.pickHere')}</span>
      ) : (
        row !== undefined && (
          <span className="map-chip">
            <b className="num">{shortNumber(row.number)}</b> {row.type?.name ?? t('typeUnknown')} ·{' '}
            {row.townshipName ?? placeWords(row, t('placeUnknown'))}
          </span>
        )
      )}
      <span className="map-chip">
        {t('mapWords.allTeams')} <b>{teamCount}</b> · {t('mapWords.teamsOut')} <b>{out}</b>
      </span>
      <button type="button" className="map-chip" aria-expanded={menu} onClick={toggleLayerMenu}>
        {t('mapWords.layers')} <kbd>L</kbd>
      </button>
      <button type="button" className="map-chip" onClick={onCounty}>
        {t('mapWords.county')} <kbd>C</kbd>
      </button>
      {menu && <LayerMenu />}
    </div>
  );
}
