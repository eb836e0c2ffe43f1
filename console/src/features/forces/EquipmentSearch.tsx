import type { EquipmentFound, EquipmentHit } from '@liandong/shared/equipment';
import { Table } from 'antd';
import { lazy, Suspense, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listed } from '../../i18n/punctuation';
import { EquipmentState } from './EquipmentState';
import { type HitPlace, kilometres, placesOf, understood } from './forces.rules';

const EquipmentMap = lazy(() => import('./EquipmentMap'));

/** What was understood, in words, so that a person sees at once when it was not what he meant. */
export function Understood({ found }: { found: EquipmentFound }) {
  const { t } = useTranslation('forces');
  if (!understood(found)) return <p className="forces-near">! {t('equipment.notUnderstood')}</p>;
  const { kinds, words, atLeast, radiusKm, from, teams, items } = found;
  const chips = [
    kinds.length === 0 && words.length === 0 ? t('equipment.anything') : listed(kinds),
    words.length > 0 && t('equipment.words', { words: words.join(' ') }),
    atLeast !== null && t('equipment.atLeast', { count: atLeast }),
    teams.length > 0 && t('equipment.ofTeams', { teams: listed(teams) }),
    from === null ? t('equipment.noFrom') : t('equipment.from', { name: from.name }),
    from !== null && radiusKm !== null && t('equipment.within', { km: radiusKm }),
  ].filter((chip): chip is string => typeof chip === 'string' && chip !== '');
  return (
    <p className="forces-understood" role="status" data-testid="understood">
      <span className="quiet">{t('equipment.understood')}</span>
      {chips.map((chip) => (
        <span key={chip} className="forces-chip">
          {chip}
        </span>
      ))}
      <b>{items.length === 0 ? t('equipment.nothing') : t('equipment.found', { count: items.length })}</b>
    </p>
  );
}

/** `3.4 公里`, or that nobody knows. */
export function Distance({ metres }: { metres: number | null }) {
  const { t } = useTranslation('forces');
  if (metres === null) return <span className="faint">—</span>;
  return <b className="num">{t('equipment.km', { km: kilometres(metres) })}</b>;
}

/** Whom to call: the one named, else the team's own line. */
export function Contact({ item }: { item: EquipmentHit }) {
  const { t } = useTranslation('forces');
  const phone = item.contactPhone || item.alarmPhone;
  const name = item.contactPhone ? item.contactName : t('equipment.alarmPhone');
  return (
    <span className="num">
      {name} {phone !== null && <a href={`tel:${phone}`}>{phone}</a>}
    </span>
  );
}

/** The place's number, which the map has too: reached by Tab, it shows its pin. */
function Place({ place, onActive }: { place: HitPlace; onActive: (number: number | null) => void }) {
  const { t } = useTranslation('forces');
  return (
    <button
      type="button"
      className="hit-number num"
      aria-label={t('equipment.onMap', { number: place.number })}
      onFocus={() => onActive(place.number)}
      onBlur={() => onActive(null)}
    >
      {place.number}
    </button>
  );
}

/** Found things, the nearest first, and the map of them: what is pointed at here is marked there, and the other way round. */
export function EquipmentResults({ found }: { found: EquipmentFound }) {
  const { t } = useTranslation('forces');
  const [active, setActive] = useState<number | null>(null);
  const table = useRef<HTMLDivElement>(null);
  const places = useMemo(() => placesOf(found.items), [found.items]);
  const placeOf = (item: EquipmentHit): HitPlace | undefined => places.find(({ items }) => items.includes(item));
  const goTo = ({ items }: HitPlace): void => {
    const row = table.current?.querySelector<HTMLElement>(`[data-row-key="${items[0]!.id}"]`);
    row?.querySelector<HTMLElement>('.hit-number')?.focus();
    row?.scrollIntoView({ block: 'nearest' });
  };
  return (
    <>
      <Understood found={found} />
      {found.items.length > 0 && (
        <div className="hits">
          <div ref={table}>
            <Table<EquipmentHit>
              rowKey="id"
              size="small"
              pagination={false}
              dataSource={found.items}
              rowClassName={(item) => (active !== null && placeOf(item)?.number === active ? 'hit-active' : '')}
              onRow={(item) => ({
                onMouseEnter: () => setActive(placeOf(item)?.number ?? null),
                onMouseLeave: () => setActive(null),
              })}
              columns={[
                {
                  title: t('equipment.distance'),
                  width: 116,
                  render: (_, item) => {
                    const place = placeOf(item);
                    return (
                      <span className="hit-far">
                        {place && <Place place={place} onActive={setActive} />}
                        <Distance metres={item.metres} />
                      </span>
                    );
                  },
                },
                {
                  title: t('equipment.item'),
                  render: (_, { name, category }) => (
                    <>
                      <b>{name}</b> <span className="faint">{category}</span>
                    </>
                  ),
                },
                {
                  title: t('equipment.quantity'),
                  width: 90,
                  render: (_, { quantity, unit }) => (
                    <b className="num">
                      {quantity} {unit}
                    </b>
                  ),
                },
                { title: t('equipment.team'), render: (_, { teamName }) => teamName ?? t('county') },
                {
                  title: t('equipment.place'),
                  render: (_, { placeText }) => <span className="quiet">{placeText}</span>,
                },
                { title: t('equipment.contact'), width: 200, render: (_, item) => <Contact item={item} /> },
                { title: t('equipment.condition'), width: 130, render: (_, item) => <EquipmentState item={item} /> },
              ]}
            />
          </div>
          <Suspense fallback={<div className="hit-map" />}>
            <EquipmentMap places={places} from={found.from} active={active} onActive={setActive} onChoose={goTo} />
          </Suspense>
        </div>
      )}
    </>
  );
}
