import { readTownshipList } from '@liandong/shared/township-list';
import { Alert, Button, Input } from 'antd';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnswer } from '../../api/query';
import { readPoint } from '../forces/forces.rules';
import { Field } from '../settings/Field';
import { useSave } from '../settings/use-save';

/** Townships typed or pasted, one a line; what is wrong with a line is said while it is typed. */
export function TownshipList() {
  const { t } = useTranslation('county');
  const [text, setText] = useState('');
  const [around, setAround] = useState('');
  const read = useDeferredValue(text);
  const { rows, faults } = readTownshipList(read);
  const { save, busy, problem } = useSave('typeTownships', ['getSetup', 'listTownships'], () => setText(''));
  const { data } = useAnswer('listTownships', undefined, { staleTime: 0 });
  const middle = readPoint(around);
  const isKnown = (name: string): boolean => data?.items.some((one) => one.name === name) ?? false;
  const sketched = rows.filter(({ name, point }) => point === null && !isKnown(name)).length;
  return (
    <section data-testid="township-list">
      <h3>{t('list.heading')}</h3>
      <p className="quiet">{t('list.hint')}</p>
      <Field label={t('list.text')}>
        {(id) => (
          <Input.TextArea
            id={id}
            autoSize={{ minRows: 4, maxRows: 16 }}
            placeholder={t('list.example')}
            value={text}
            onChange={(event) => setText(event.target.value)}
            data-testid="township-text"
          />
        )}
      </Field>
      {sketched > 0 && (
        <Field label={t('list.around', { count: sketched })}>
          {(id) => (
            <Input
              id={id}
              placeholder="120.735, 28.849"
              value={around}
              onChange={(event) => setAround(event.target.value)}
              data-testid="township-around"
            />
          )}
        </Field>
      )}
      {faults.length > 0 && (
        <ul className="issue-lines" role="status" data-testid="township-faults">
          {faults.map(({ line, fault }) => (
            <li key={line}>! {t('list.fault', { line, what: t(`list.faults.${fault}`) })}</li>
          ))}
        </ul>
      )}
      {problem !== null && <Alert type="error" showIcon title={problem} role="alert" />}
      <div className="row">
        <Button
          type="primary"
          loading={busy}
          disabled={rows.length === 0 || faults.length > 0 || middle === null}
          onClick={() => save({ body: { text, around: middle === 'none' || middle === null ? undefined : middle } })}
          data-testid="township-save"
        >
          {t('list.save', { count: rows.length })}
        </Button>
      </div>
    </section>
  );
}
