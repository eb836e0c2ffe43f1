import type { StrengthRuleView } from '@liandong/shared/register';
import type { TeamRow } from '@liandong/shared/team';
import { Alert, Button, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemText } from '../../api/problem-text';
import { useAnswer } from '../../api/query';
import { listed } from '../../i18n/punctuation';
import { useNow } from '../../ui/clock';
import { useSave } from '../settings/use-save';
import { VersionHistory } from '../settings/VersionHistory';
import { basisWords, dayAndMinute } from '../settings/words';
import { StrengthForm } from './StrengthForm';
import './register.css';
import { rowsOf, type StrengthRow, useScope } from './strength';

const STALE = ['listStrengthRules', 'listTeams', 'getTeam'] as const;

function People({ minimum }: { minimum: number | null }) {
  const { t } = useTranslation('register');
  return minimum === null ? (
    <span className="faint">{t('strength.none')}</span>
  ) : (
    <span className="num">{t('strength.people', { count: minimum })}</span>
  );
}

function History({ versions }: { versions: StrengthRuleView[] }) {
  const { save, busy } = useSave('withdrawStrengthRule', STALE);
  return (
    <VersionHistory
      versions={versions}
      busy={busy}
      onWithdraw={({ scope, version }, body) => save({ params: { scope, version }, body })}
      content={({ minimum }) => <People minimum={minimum} />}
    />
  );
}

function Minimum({ row }: { row: StrengthRow }) {
  const { t } = useTranslation('register');
  const { planned } = row;
  return (
    <>
      <b>
        <People minimum={row.rule.minimum} />
      </b>
      {planned !== undefined && (
        <small className="planned">
          ◷{' '}
          {t('strength.planned', {
            at: dayAndMinute(planned.effectiveFrom),
            minimum: planned.minimum === null ? t('strength.none') : t('strength.people', { count: planned.minimum }),
          })}
        </small>
      )}
    </>
  );
}

function Teams({ teams }: { teams: TeamRow[] }) {
  const { t } = useTranslation('register');
  const short = teams.filter((team) => team.strength < team.minimumStrength);
  return (
    <>
      <span className="num">{teams.length}</span>
      {short.length > 0 && (
        <b className="gap" title={listed(short.map((team) => team.shortName))}>
          {' '}
          ! {t('strength.short', { count: short.length })}
        </b>
      )}
    </>
  );
}

/** 人员保障: how many people each kind of team must have, with history; a team may get a number of its own. */
export function StrengthTab({ editable }: { editable: boolean }) {
  const { t } = useTranslation(['register', 'settings', 'app']);
  const { data, error, isPending } = useAnswer('listStrengthRules', { query: { history: '1' } });
  const { data: teams } = useAnswer('listTeams', { query: {} });
  const now = useNow();
  const scopeWords = useScope(teams?.items ?? []);
  const [editing, setEditing] = useState<StrengthRuleView | 'new' | null>(null);
  return (
    <div className="settings-tab">
      {error !== null && (
        <Alert type="error" showIcon title={t('settings:failed')} description={problemText(error, t('app:offline'))} />
      )}
      <div className="setting-row">
        <span className="quiet">{t('register:strength.hint')}</span>
        <span className="spacer" />
        {editable && (
          <Button onClick={() => setEditing('new')} data-testid="strength-own">
            {t('register:strength.own')}
          </Button>
        )}
      </div>
      <Table<StrengthRow>
        rowKey={({ rule }) => rule.scope}
        size="small"
        pagination={false}
        loading={isPending && error === null}
        dataSource={rowsOf(data?.items ?? [], teams?.items ?? [], now)}
        expandable={{
          columnTitle: <span className="visually-hidden">{t('settings:history')}</span>,
          expandedRowRender: ({ versions }) => <History versions={versions} />,
        }}
        columns={[
          { title: t('register:strength.scope'), render: (_, { rule }) => scopeWords(rule.scope) },
          { title: t('register:strength.minimum'), render: (_, row) => <Minimum row={row} /> },
          { title: t('register:strength.teams'), render: (_, row) => <Teams teams={row.teams} /> },
          { title: t('settings:basis'), render: (_, { rule }) => basisWords(rule.basis) },
          { title: t('settings:note'), render: (_, { rule }) => rule.note || '—' },
          {
            title: t('settings:effective'),
            render: (_, { rule }) => (
              <>
                {t('settings:versionNo', { version: rule.version })} ·{' '}
                <span className="num">{dayAndMinute(rule.effectiveFrom)}</span>
              </>
            ),
          },
          {
            title: <span className="visually-hidden">{t('settings:edit')}</span>,
            width: 84,
            hidden: !editable,
            render: (_, { rule }) => (
              <Button size="small" onClick={() => setEditing(rule)} data-testid={`strength-edit-${rule.scope}`}>
                {t('settings:edit')}
              </Button>
            ),
          },
        ]}
      />
      {editing !== null && (
        <StrengthForm
          rule={editing === 'new' ? null : editing}
          title={editing === 'new' ? null : scopeWords(editing.scope)}
          teams={teams?.items ?? []}
          onClose={() => setEditing(null)}
        />
      )}
    </div>
  );
}
