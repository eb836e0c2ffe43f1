import type { LonLat } from '@liandong/shared/basics';
import { SEVERITIES, type Severity } from '@liandong/shared/incident';
import type { PlanLevel } from '@liandong/shared/plan';
import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemText } from '../../api/problem-text';
import { REGISTER, useAnswer } from '../../api/query';
import { useDebounced } from '../../ui/use-debounced';
import { targetText } from '../desk/words';
import { LEVELS } from './LevelFields';

const REST_MS = 300;

interface Asked {
  typeCode: string;
  severity: Severity;
  location: LonLat;
}

/** Whom it would call, level by level, with the target and the minutes of each. */
function Called({ asked, levels, title }: { asked: Asked; levels?: readonly PlanLevel[]; title: string }) {
  const { t } = useTranslation(['plans', 'signs', 'app']);
  const { t: tDesk } = useTranslation(['desk', 'signs']);
  const body = { ...asked, ...(levels && { levels: [...levels] }) };
  const { data, error } = useAnswer('tryResponsePlan', { body }, { staleTime: 0 });
  if (error !== null) return <p className="lacking">! {problemText(error, t('app:offline'))}</p>;
  return (
    <dl data-testid={levels ? 'plan-trial-draft' : 'plan-trial-now'}>
      <dt className="quiet">
        {title} {!levels && data?.plan && `· ${data.plan.name}`}
      </dt>
      {data?.teams.length === 0 && <dd>{t('plans:none')}</dd>}
      {data?.teams.map((team) => (
        <dd key={team.teamCode} title={team.reasons.join('\n')}>
          <span className="tag">{t(`plans:short.${LEVELS[team.level - 1] ?? 'one'}`)}</span> <b>{team.teamShortName}</b>{' '}
          <span className="num faint">{team.teamCode}</span>{' '}
          <span className="quiet">
            {[
              team.expectedMinutes !== null && t('plans:minutes', { minutes: team.expectedMinutes }),
              targetText(team.target, tDesk),
              team.level === 1 && !team.ticked && `⚠ ${t('plans:aside')}`,
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </dd>
      ))}
    </dl>
  );
}

/** "An incident of this type, severity, here, now, would call …": by the plan in force, and as somebody thinks of changing it. */
export function PlanTrial({ typeCode, levels }: { typeCode: string; levels?: readonly PlanLevel[] }) {
  const { t } = useTranslation(['plans', 'signs']);
  const { data } = useAnswer('listTownships', undefined, REGISTER);
  const [severity, setSeverity] = useState<Severity>('III');
  const [chosen, setTownship] = useState<string>();
  const township = data?.items.find(({ code }) => code === chosen) ?? data?.items.at(3);
  const rested = useDebounced(levels, REST_MS);
  if (township === undefined) return null;
  const asked = { typeCode, severity, location: township.seat };
  return (
    <section className="setting-card" data-testid="plan-trial">
      <h2>{t('plans:trial')}</h2>
      <div className="setting-row">
        <Select
          aria-label={t('plans:severity')}
          style={{ width: 130 }}
          value={severity}
          onChange={setSeverity}
          options={SEVERITIES.map((value) => ({ value, label: t(`signs:severity.${value}`) }))}
        />
        <Select
          aria-label={t('plans:township')}
          style={{ width: 140 }}
          showSearch={{ optionFilterProp: 'label' }}
          value={township.code}
          onChange={setTownship}
          options={data?.items.map(({ code, name }) => ({ value: code, label: name }))}
        />
      </div>
      <div className="trial-columns">
        <Called asked={asked} title={t('plans:trialNow')} />
        {rested !== undefined && rested.length > 0 && (
          <Called asked={asked} levels={rested} title={t('plans:trialDraft')} />
        )}
      </div>
    </section>
  );
}
