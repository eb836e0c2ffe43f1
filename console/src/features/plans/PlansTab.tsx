import type { ResponsePlanView } from '@liandong/shared/plan';
import { Alert, Button, Select, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemText } from '../../api/problem-text';
import { REGISTER, useAnswer } from '../../api/query';
import { listed } from '../../i18n/punctuation';
import { useNow } from '../../ui/clock';
import { useSave } from '../settings/use-save';
import { VersionHistory } from '../settings/VersionHistory';
import { inForce, nextPlanned } from '../settings/versions.rules';
import { dayAndMinute } from '../settings/words';
import { DetoursCard } from './DetoursCard';
import { LEVELS, useStepWords } from './LevelFields';
import { type Begin, PlanForm } from './PlanForm';
import './plans.css';

const NONE: readonly ResponsePlanView[] = [];
/** A plan as it stands, the next version planned, and all there ever were. */
interface Row {
  plan: ResponsePlanView;
  planned: ResponsePlanView | undefined;
  versions: ResponsePlanView[];
}

function rowsOf(all: readonly ResponsePlanView[], now: number): Row[] {
  return [...new Set(all.map(({ code }) => code))].flatMap((code) => {
    const versions = all.filter((each) => each.code === code);
    const plan = inForce(versions, now) ?? versions[0];
    return plan === undefined ? [] : [{ plan, planned: nextPlanned(versions, now), versions }];
  });
}

/** Whom each level calls, in words. */
function Levels({ levels }: Pick<ResponsePlanView, 'levels'>) {
  const { t } = useTranslation('plans');
  const words = useStepWords();
  return (
    <div className="plan-levels">
      {levels.map(({ steps, requiredStrength }, index) => (
        <div key={LEVELS[index]}>
          <span className="tag">{t(`short.${LEVELS[index] ?? 'one'}`)}</span> {steps.map(words).join(' → ')}{' '}
          {requiredStrength !== null && <span className="num quiet">{t('required', { count: requiredStrength })}</span>}
        </div>
      ))}
    </div>
  );
}

function History({ versions }: { versions: ResponsePlanView[] }) {
  const { save, busy } = useSave('withdrawResponsePlan', ['listResponsePlans', 'tryResponsePlan']);
  return (
    <VersionHistory
      versions={versions}
      busy={busy}
      onWithdraw={({ code, version }, body) => save({ params: { code, version }, body })}
      content={({ levels }) => <Levels levels={levels} />}
    />
  );
}

/** A plan beside the others of a type, beginning with the one in force. */
function AddPlan({ rows, onAdd }: { rows: readonly Row[]; onAdd: (begin: Begin) => void }) {
  const { t } = useTranslation('plans');
  const { data } = useAnswer('listIncidentTypes', undefined, REGISTER);
  const [typeCode, setType] = useState<string>();
  const name = data?.items.find(({ code }) => code === typeCode)?.name;
  const add = (): void => {
    const like = rows.find(({ plan }) => plan.typeCode === typeCode)?.plan ?? rows[0]?.plan;
    if (like === undefined || typeCode === undefined) return;
    const own = like.typeCode === typeCode ? like : { ...like, levels: [], taskText: '', sceneCommand: null };
    onAdd({ ...own, code: null, typeCode, name: `${name}预案`, severities: [], townshipCodes: [], retired: false });
  };
  return (
    <div className="setting-row">
      <Select
        aria-label={t('type')}
        placeholder={t('type')}
        style={{ width: 220 }}
        showSearch={{ optionFilterProp: 'label' }}
        value={typeCode}
        onChange={setType}
        options={data?.items.map((type) => ({ value: type.code, label: type.name }))}
        data-testid="plan-type"
      />
      <Button disabled={typeCode === undefined} onClick={add} data-testid="plan-add">
        {t('add')}
      </Button>
    </div>
  );
}

/** 预案: by type, severity and township, with their levels, versions and a trial. */
export function PlansTab({ editable }: { editable: boolean }) {
  const { t } = useTranslation(['plans', 'settings', 'signs', 'app']);
  const { data, error, isPending } = useAnswer('listResponsePlans', { query: { history: '1' } });
  const { data: types } = useAnswer('listIncidentTypes', undefined, REGISTER);
  const { data: townships } = useAnswer('listTownships', undefined, REGISTER);
  const [editing, setEditing] = useState<Begin | null>(null);
  const rows = rowsOf(data?.items ?? NONE, useNow());
  const typeName = (code: string) => types?.items.find((type) => type.code === code)?.name ?? code;
  const scope = ({ severities, townshipCodes }: ResponsePlanView): string => {
    const names = townshipCodes.map((code) => townships?.items.find((one) => one.code === code)?.name ?? code);
    return [
      listed(severities.map((one) => t(`signs:severity.${one}`))) || t('plans:anySeverity'),
      listed(names) || t('plans:anyTownship'),
    ].join(' · ');
  };
  return (
    <div className="settings-tab">
      <p className="quiet">{t('plans:hint')}</p>
      {error !== null && (
        <Alert type="error" showIcon title={t('settings:failed')} description={problemText(error, t('app:offline'))} />
      )}
      {editable && <AddPlan rows={rows} onAdd={setEditing} />}
      <Table<Row>
        rowKey={({ plan }) => plan.code}
        size="small"
        pagination={false}
        loading={isPending && error === null}
        dataSource={rows}
        expandable={{
          columnTitle: <span className="visually-hidden">{t('settings:history')}</span>,
          expandedRowRender: ({ versions }) => <History versions={versions} />,
        }}
        columns={[
          {
            title: t('plans:type'),
            width: 190,
            render: (_, { plan }) => (
              <>
                <b>{typeName(plan.typeCode)}</b>
                <small className="plan-name quiet">
                  {plan.name}
                  {plan.retired && ` · □ ${t('plans:retired')}`}
                </small>
              </>
            ),
          },
          { title: t('plans:scope'), width: 210, render: (_, { plan }) => scope(plan) },
          { title: t('plans:levels'), render: (_, { plan }) => <Levels levels={plan.levels} /> },
          {
            title: t('settings:effective'),
            width: 220,
            render: (_, { plan, planned }) => (
              <span data-testid={`plan-effective-${plan.code}`}>
                {t('settings:versionNo', { version: plan.version })} ·{' '}
                <span className="num">{dayAndMinute(plan.effectiveFrom)}</span>
                {planned !== undefined && (
                  <small className="planned">
                    ◷ {t('plans:planned', { at: dayAndMinute(planned.effectiveFrom), version: planned.version })}
                  </small>
                )}
              </span>
            ),
          },
          {
            title: <span className="visually-hidden">{t('settings:edit')}</span>,
            width: 84,
            hidden: !editable,
            render: (_, { plan }) => (
              <Button size="small" onClick={() => setEditing(plan)} data-testid={`plan-edit-${plan.code}`}>
                {t('settings:edit')}
              </Button>
            ),
          },
        ]}
      />
      <DetoursCard editable={editable} />
      {editing !== null && <PlanForm plan={editing} onClose={() => setEditing(null)} />}
    </div>
  );
}
