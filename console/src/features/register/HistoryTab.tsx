import type { RegisterEntry } from '@liandong/shared/register';
import { Alert, Button, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { problemText } from '../../api/problem-text';
import { REGISTER, useAnswer } from '../../api/query';
import { i18next } from '../../i18n';
import { colon } from '../../i18n/punctuation';
import { formatDate } from '../../ui/time';
import { dayAndMinute } from '../settings/words';
import { useSpecialty } from './words';

type Change = RegisterEntry['changes'][number];

/** A value of a field in the words of the page. */
function useValue(): (field: string, value: string | null) => string {
  const { t } = useTranslation(['register', 'signs']);
  const specialty = useSpecialty();
  const { data } = useAnswer('listTownships', undefined, REGISTER);
  const words: Record<string, (value: string) => string> = {
    post: (value) => t(`signs:post.${value as 'member'}`),
    teamClass: (value) => t(`signs:teamClass.${value as 'public'}`),
    base: (value) => t(`register:base.${value as 'urban'}`),
    specialty,
    specialties: (value) => value.split(',').map(specialty).join(' · '),
    townshipCode: (value) => data?.items.find((one) => one.code === value)?.name ?? value,
    retiredAt: (value) => formatDate(value),
  };
  return (field, value) => (value === null ? t('register:history.empty') : (words[field]?.(value) ?? value));
}

function fieldName(type: string, field: string): string {
  const key = field === 'name' && type.startsWith('team.member') ? 'memberName' : field;
  const word = `register:field.${key}`;
  return i18next.exists(word) ? i18next.t(word as 'register:field.name') : field;
}

/** What the kind of the change says already is not said again: that it was retired, and whose a new one is. */
const told = ({ type, changes }: RegisterEntry): Change[] =>
  changes.filter(({ field }) => field !== 'retiredAt' && !(field === 'teamCode' && type.endsWith('added')));

function Changes({ entry }: { entry: RegisterEntry }) {
  const { t } = useTranslation('register');
  const value = useValue();
  const isNew = entry.type.endsWith('added');
  return (
    <ul className="changes">
      {told(entry).map(({ field, from, to }) => (
        <li key={field}>
          {isNew || entry.type.startsWith('team.phone_') ? (
            <>
              <span className="quiet">{fieldName(entry.type, field)}</span> {value(field, to)}
            </>
          ) : (
            t('history.from', { field: fieldName(entry.type, field), from: value(field, from), to: value(field, to) })
          )}
        </li>
      ))}
    </ul>
  );
}

interface Props {
  code: string;
  /** One member's changes only. */
  memberId: string | null;
  onAll: () => void;
}

/** Who changed what, when, from what to what, and why; the newest first. */
export function HistoryTab({ code, memberId, onAll }: Props) {
  const { t } = useTranslation(['register', 'app']);
  const query = memberId === null ? {} : { memberId };
  const { data, error, isPending } = useAnswer('teamHistory', { params: { code }, query });
  const items = data?.items ?? [];
  return (
    <div className="settings-tab">
      {error !== null && (
        <Alert type="error" showIcon title={t('register:failed')} description={problemText(error, t('app:offline'))} />
      )}
      {memberId !== null && (
        <div className="setting-row">
          <b>{t('register:history.of', { name: items[0]?.subject ?? '' })}</b>
          <Button size="small" onClick={onAll}>
            {t('register:history.all')}
          </Button>
        </div>
      )}
      <Table<RegisterEntry>
        rowKey="id"
        size="small"
        loading={isPending && error === null}
        dataSource={items}
        pagination={{ pageSize: 30, hideOnSinglePage: true, showSizeChanger: false }}
        locale={{ emptyText: t('register:history.none') }}
        showHeader={false}
        columns={[
          { width: 160, render: (_, { at }) => <time className="num quiet one-line">{dayAndMinute(at)}</time> },
          { width: 150, render: (_, { actor }) => actor },
          {
            width: 230,
            render: (_, { type, subject }) => (
              <>
                <b>{t(`register:history.type.${type.replace('.', '-') as 'team-added'}`)}</b> {subject}
              </>
            ),
          },
          { render: (_, entry) => <Changes entry={entry} /> },
          {
            width: 200,
            render: (_, { reason }) =>
              reason && <span className="quiet">{`${t('register:reason')}${colon()}${reason}`}</span>,
          },
        ]}
      />
    </div>
  );
}
