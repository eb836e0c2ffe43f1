import type { ResponseRuleView } from '@liandong/shared/response-rule';
import { Alert, Button, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemText } from '../../api/problem-text';
import { useAnswer } from '../../api/query';
import { useNow } from '../../ui/clock';
import { RuleForm } from './RuleForm';
import { Trial } from './Trial';
import { useSave } from './use-save';
import { VersionHistory } from './VersionHistory';
import { inForce, nextPlanned } from './versions.rules';
import { basisWords, dayAndMinute } from './words';

type Rule = ResponseRuleView;
/** A rule as it stands, the next version planned, and all there ever were. */
interface Row {
  rule: Rule;
  planned: Rule | undefined;
  versions: Rule[];
}
const NONE: readonly Rule[] = [];
const minutes = (seconds: number): number => Math.round(seconds / 6) / 10;

function rowsOf(all: readonly Rule[], now: number): Row[] {
  const numbers = [...new Set(all.map((rule) => rule.ruleNo))].sort((a, b) => a - b);
  return numbers.flatMap((ruleNo) => {
    const versions = all.filter((each) => each.ruleNo === ruleNo);
    const rule = inForce(versions, now) ?? versions.at(-1);
    return rule === undefined ? [] : [{ rule, planned: nextPlanned(versions, now), versions }];
  });
}

function Planned({ rule }: { rule: Rule }) {
  const { t } = useTranslation(['settings', 'signs']);
  return (
    <small className="planned">
      ◷{' '}
      {t('settings:rule.planned', {
        at: dayAndMinute(rule.effectiveFrom),
        measure: t(`signs:measure.${rule.measure}`),
        day: minutes(rule.daySeconds),
        night: minutes(rule.nightSeconds),
      })}
    </small>
  );
}

function History({ versions }: { versions: Rule[] }) {
  const { t } = useTranslation('signs');
  const { save, busy } = useSave('withdrawResponseRule', ['listResponseRules', 'previewTargets']);
  return (
    <VersionHistory
      versions={versions}
      busy={busy}
      onWithdraw={({ ruleNo, version }, body) => save({ params: { ruleNo, version }, body })}
      content={({ measure, daySeconds, nightSeconds }) => (
        <>
          {t(`measure.${measure}`)}{' '}
          <span className="num">
            {minutes(daySeconds)} / {minutes(nightSeconds)}
          </span>
        </>
      )}
    />
  );
}

/** 快速反应机制: the five rules, their history, a trial of what they mean. */
export function RulesTab({ editable }: { editable: boolean }) {
  const { t } = useTranslation(['settings', 'signs', 'app']);
  const { data, error, isPending } = useAnswer('listResponseRules', { query: { history: '1' } });
  const now = useNow();
  const [editing, setEditing] = useState<Rule | null>(null);
  const rows = rowsOf(data?.items ?? NONE, now);
  const span = (seconds: number) => (
    <span className="num">{t('settings:rule.minutes', { minutes: minutes(seconds) })}</span>
  );
  return (
    <div className="settings-tab">
      {error !== null && (
        <Alert type="error" showIcon title={t('settings:failed')} description={problemText(error, t('app:offline'))} />
      )}
      <Table<Row>
        rowKey={({ rule }) => rule.ruleNo}
        size="small"
        pagination={false}
        loading={isPending && error === null}
        dataSource={rows}
        scroll={{ x: 'max-content' }}
        expandable={{
          columnTitle: <span className="visually-hidden">{t('settings:history')}</span>,
          expandedRowRender: ({ versions }) => <History versions={versions} />,
        }}
        columns={[
          { title: '#', width: 44, render: (_, { rule }) => <span className="num">{rule.ruleNo}</span> },
          { title: t('settings:rule.team'), render: (_, { rule }) => t(`settings:teamFrom.${rule.teamFrom}`) },
          { title: t('settings:rule.place'), render: (_, { rule }) => t(`settings:incidentIn.${rule.incidentIn}`) },
          { title: t('settings:rule.measure'), render: (_, { rule }) => <b>{t(`signs:measure.${rule.measure}`)}</b> },
          { title: t('settings:rule.day'), render: (_, { rule }) => span(rule.daySeconds) },
          { title: t('settings:rule.night'), render: (_, { rule }) => span(rule.nightSeconds) },
          { title: t('settings:basis'), render: (_, { rule }) => basisWords(rule.basis) },
          {
            title: t('settings:effective'),
            render: (_, { rule, planned }) => (
              <span data-testid={`rule-effective-${rule.ruleNo}`}>
                {t('settings:versionNo', { version: rule.version })} ·{' '}
                <span className="num">{dayAndMinute(rule.effectiveFrom)}</span>
                {planned !== undefined && <Planned rule={planned} />}
              </span>
            ),
          },
          {
            title: <span className="visually-hidden">{t('settings:edit')}</span>,
            width: 84,
            hidden: !editable,
            render: (_, { rule }) => (
              <Button size="small" onClick={() => setEditing(rule)} data-testid={`rule-edit-${rule.ruleNo}`}>
                {t('settings:edit')}
              </Button>
            ),
          },
        ]}
      />
      <section className="setting-card">
        <h2>{t('settings:trial.heading')}</h2>
        <p className="quiet">{t('settings:trial.hint')}</p>
        <Trial />
      </section>
      {editing !== null && <RuleForm rule={editing} onClose={() => setEditing(null)} />}
    </div>
  );
}
