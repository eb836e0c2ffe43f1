import { EXPERT_CATEGORIES, type ExpertView } from '@liandong/shared/expert';
import { Alert, Button, Input, Segmented, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemText } from '../../api/problem-text';
import { useAnswer } from '../../api/query';
import { useSession } from '../../app/session';
import { ReasonDialog } from '../../ui/ReasonDialog';
import { PhoneFlags } from '../messages/PhoneFlags';
import { useSave } from '../settings/use-save';
import { CallAlone } from './CallExpertsDialog';
import { ExpertCalls } from './ExpertCalls';
import { ExpertForm } from './ExpertForm';
import { expertFits } from './forces.rules';

const NONE: readonly ExpertView[] = [];

function RecentCalls() {
  const { t } = useTranslation('forces');
  const { data } = useAnswer('listExpertCalls', { query: {} });
  const calls = data?.items ?? [];
  return (
    <section className="forces-tab" aria-label={t('experts.recent')}>
      <h2>{t('experts.recent')}</h2>
      {calls.length === 0 ? (
        <p className="quiet">{t('experts.noCalls')}</p>
      ) : (
        <ExpertCalls calls={calls} withIncident />
      )}
    </section>
  );
}

/** 应急专家组: five categories, search, calling those ticked, and what was answered. */
export function ExpertsTab() {
  const { t } = useTranslation(['forces', 'app']);
  const { may } = useSession();
  const { data, error, isPending } = useAnswer('listExperts');
  const [category, setCategory] = useState('all');
  const [words, setWords] = useState('');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [calling, setCalling] = useState(false);
  const [editing, setEditing] = useState<ExpertView | 'new' | null>(null);
  const [leaving, setLeaving] = useState<ExpertView | null>(null);
  const retire = useSave('retireExpert', ['listExperts']);
  const experts = data?.items ?? NONE;
  const shown = experts.filter((one) => (category === 'all' || one.category === category) && expertFits(one, words));
  const countOf = (each: string): number => experts.filter((one) => one.category === each).length;
  const edits = may('register.edit');
  return (
    <div className="forces-tab">
      <div className="forces-bar">
        <Segmented
          value={category}
          onChange={setCategory}
          options={[
            { value: 'all', label: `${t('forces:all')} ${experts.length}` },
            ...EXPERT_CATEGORIES.map((each) => ({
              value: each as string,
              label: `${t(`forces:categories.${each}`)} ${countOf(each)}`,
            })),
          ]}
        />
        <Input.Search
          allowClear
          style={{ width: 260 }}
          placeholder={t('forces:experts.search')}
          aria-label={t('forces:experts.search')}
          value={words}
          onChange={(event) => setWords(event.target.value)}
          data-testid="expert-search"
        />
        <span className="spacer" />
        {may('expert.call') && (
          <Button
            type="primary"
            disabled={chosen.length === 0}
            onClick={() => setCalling(true)}
            data-testid="call-chosen"
          >
            {chosen.length === 0
              ? t('forces:experts.chooseFirst')
              : t('forces:experts.callChosen', { count: chosen.length })}
          </Button>
        )}
        {edits && (
          <Button onClick={() => setEditing('new')} data-testid="expert-add">
            {t('forces:experts.add')}
          </Button>
        )}
      </div>
      {error !== null && (
        <Alert type="error" showIcon title={t('forces:failed')} description={problemText(error, t('app:offline'))} />
      )}
      {retire.problem !== null && <Alert type="error" showIcon title={retire.problem} />}
      <Table<ExpertView>
        rowKey="id"
        size="small"
        pagination={{ pageSize: 12, hideOnSinglePage: true, showSizeChanger: false }}
        loading={isPending && error === null}
        dataSource={[...shown]}
        locale={{ emptyText: t('forces:experts.empty') }}
        {...(may('expert.call') && {
          rowSelection: {
            selectedRowKeys: [...chosen],
            preserveSelectedRowKeys: true,
            onChange: (keys) => setChosen(keys.map(String)),
          },
        })}
        columns={[
          { title: t('forces:experts.name'), width: 120, render: (_, one) => <b>{one.name}</b> },
          { title: t('forces:category'), width: 150, render: (_, one) => t(`forces:categories.${one.category}`) },
          { title: t('forces:experts.specialty'), dataIndex: 'specialty' },
          {
            title: t('forces:experts.unit'),
            render: (_, one) => [one.unit, one.title].filter(Boolean).join(' · ') || '—',
          },
          {
            title: t('forces:phone'),
            width: 190,
            render: (_, one) => (
              <span className="num">
                <a href={`tel:${one.phone}`}>{one.phone}</a>
                <PhoneFlags phone={one.phone} /> {one.morePhones.map(({ phone }) => phone).join(' ')}
              </span>
            ),
          },
          {
            title: <span className="visually-hidden">{t('forces:edit')}</span>,
            width: 220,
            hidden: !edits,
            render: (_, one) => (
              <span className="forces-bar">
                <Button size="small" onClick={() => setEditing(one)} aria-label={`${t('forces:edit')} ${one.name}`}>
                  {t('forces:edit')}
                </Button>
                <Button
                  size="small"
                  onClick={() => setLeaving(one)}
                  aria-label={`${t('forces:experts.remove')} ${one.name}`}
                >
                  {t('forces:experts.remove')}
                </Button>
              </span>
            ),
          },
        ]}
      />
      <RecentCalls />
      {calling && (
        <CallAlone
          experts={experts}
          chosen={chosen}
          onClose={() => {
            setCalling(false);
            setChosen([]);
          }}
        />
      )}
      {editing !== null && <ExpertForm expert={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />}
      {leaving !== null && (
        <ReasonDialog
          title={t('forces:experts.removeTitle', { name: leaving.name })}
          label={t('forces:reason')}
          onDone={(reason) => retire.save({ params: { id: leaving.id }, body: { reason } })}
          onClose={() => setLeaving(null)}
        />
      )}
    </div>
  );
}
