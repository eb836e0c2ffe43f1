import { PLACE_GRADES, PLACE_KINDS, type PlaceView } from '@liandong/shared/place';
import { Alert, Drawer, Input, Select } from 'antd';
import { type FormEvent, lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { REGISTER, useAnswer } from '../../api/query';
import { notify } from '../../ui/notice';
import { uuid } from '../../ui/uuid';
import { Field } from '../settings/Field';
import { ReasonField } from '../settings/ReasonField';
import { SaveButton } from '../settings/SaveButton';
import { useSave } from '../settings/use-save';
import { DATUMS } from './datums';
import { blankPlace, draftOf, type PlaceDraft, placeBody, pointed, shownAt } from './place-draft.rules';

/** The map library is large: it comes after the form. */
const PlaceMap = lazy(() => import('./PlaceMap'));
const FORM = 'place-form';
const STALE = ['listPlaces', 'searchPlaces'] as const;

interface Props {
  /** Null: a new one. */
  place: PlaceView | null;
  onClose: () => void;
}

/** One place: names, kind, township, its point with the datum it is in, and what it rests on. */
export function PlaceForm({ place, onClose }: Props) {
  const { t } = useTranslation(['places', 'settings']);
  const { data: townships } = useAnswer('listTownships', undefined, REGISTER);
  const [draft, setDraft] = useState(() => (place === null ? blankPlace() : draftOf(place)));
  const [clientId] = useState(uuid);
  const adding = useSave('addPlace', STALE, onClose);
  const editing = useSave('editPlace', STALE, onClose);
  const { busy, problem, reset } = place === null ? adding : editing;
  const change = (part: Partial<PlaceDraft>): void => {
    reset();
    setDraft((before) => ({ ...before, ...part }));
  };
  const body = placeBody(draft);
  const warn = ({ warnings }: { warnings: string[] }): void => {
    for (const warning of warnings) notify(warning, true);
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (body === undefined) return;
    if (place === null) adding.save({ body: { ...body, clientId } }, { onSuccess: warn });
    else editing.save({ params: { code: place.code }, body }, { onSuccess: warn });
  };
  return (
    <Drawer
      open
      size={720}
      onClose={onClose}
      title={place === null ? t('places:addTitle') : t('places:editTitle', { name: place.name })}
      extra={<SaveButton form={FORM} ready={body !== undefined} busy={busy} />}
    >
      <form id={FORM} className="setting-form place-form" onSubmit={submit} data-testid="place-form">
        <NameFields draft={draft} change={change} townships={townships?.items ?? []} />
        <Suspense fallback={<div className="area-map place-map" />}>
          <PlaceMap at={shownAt(draft)} onPick={(at) => change(pointed(at))} />
        </Suspense>
        <PointFields draft={draft} change={change} />
        <ReasonField reason={draft.reason} onChange={(reason) => change({ reason })} />
        {problem !== null && <Alert type="error" showIcon title={problem} data-testid="place-problem" />}
      </form>
      {place !== null && place.retiredAt === null && <Retire place={place} reason={draft.reason} onClose={onClose} />}
    </Drawer>
  );
}

interface FieldsProps {
  draft: PlaceDraft;
  change: (part: Partial<PlaceDraft>) => void;
}

function NameFields({
  draft,
  change,
  townships,
}: FieldsProps & { townships: readonly { code: string; name: string }[] }) {
  const { t } = useTranslation('places');
  return (
    <div className="place-fields">
      <Field label={t('name')}>
        {(id) => (
          <Input
            id={id}
            autoFocus
            value={draft.name}
            maxLength={60}
            onChange={(event) => change({ name: event.target.value })}
            data-testid="place-name"
          />
        )}
      </Field>
      <Field label={t('aliases')}>
        {(id) => (
          <Input
            id={id}
            value={draft.aliases}
            placeholder={t('aliasesHint')}
            onChange={(event) => change({ aliases: event.target.value })}
            data-testid="place-aliases"
          />
        )}
      </Field>
      <Field label={t('kind')}>
        {(id) => (
          <Select
            id={id}
            value={draft.kind}
            options={PLACE_KINDS.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
            onChange={(kind) => change({ kind })}
          />
        )}
      </Field>
      <Field label={t('township')}>
        {(id) => (
          <Select
            id={id}
            value={draft.townshipCode}
            showSearch={{ optionFilterProp: 'label' }}
            options={townships.map(({ code, name }) => ({ value: code, label: name }))}
            onChange={(townshipCode) => change({ townshipCode })}
            data-testid="place-township"
          />
        )}
      </Field>
    </div>
  );
}

function PointFields({ draft, change }: FieldsProps) {
  const { t } = useTranslation('places');
  const text = (key: 'lon' | 'lat' | 'basis') => (id: string) => (
    <Input
      id={id}
      value={draft[key]}
      maxLength={key === 'basis' ? 200 : 24}
      onChange={(event) => change({ [key]: event.target.value })}
      data-testid={`place-${key}`}
    />
  );
  return (
    <div className="place-fields">
      <Field label={t('lon')}>{text('lon')}</Field>
      <Field label={t('lat')}>{text('lat')}</Field>
      <Field label={t('datum')}>
        {(id) => (
          <Select
            id={id}
            value={draft.datum}
            options={DATUMS.map((datum) => ({ value: datum, label: t(`datums.${datum}`) }))}
            onChange={(datum) => change({ datum })}
          />
        )}
      </Field>
      <Field label={t('grade')}>
        {(id) => (
          <Select
            id={id}
            value={draft.grade}
            options={PLACE_GRADES.map((grade) => ({ value: grade, label: t(`grades.${grade}`) }))}
            onChange={(grade) => change({ grade })}
          />
        )}
      </Field>
      <Field label={t('basis')}>{text('basis')}</Field>
    </div>
  );
}

/** Out of use, with the reason that stands in the form. */
function Retire({ place, reason, onClose }: { place: PlaceView; reason: string; onClose: () => void }) {
  const { t } = useTranslation('places');
  const { save, busy, problem } = useSave('retirePlace', STALE, onClose);
  const given = reason.trim().length > 1;
  return (
    <div className="place-retire">
      <button
        type="button"
        className="btn"
        disabled={!given || busy}
        onClick={() => save({ params: { code: place.code }, body: { reason } })}
        data-testid="place-retire"
      >
        {t('retire')}
      </button>
      <span className="quiet">{t('retireHint')}</span>
      {problem !== null && <Alert type="error" showIcon title={problem} />}
    </div>
  );
}
