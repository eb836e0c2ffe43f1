import type { Measure, ResponseRuleView } from '@liandong/shared/response-rule';
import { Segmented, Select } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { REGISTER, useAnswer } from '../../api/query';
import { useNow } from '../../ui/clock';
import { useDebounced } from '../../ui/use-debounced';
import { nextAt } from './county.rules';
import { trialPoint } from './seat-area.rules';
import { TrialResult } from './TrialResult';
import { type TrialCase, trialCase } from './trial.rules';
import { inForce } from './versions.rules';

export interface RuleDraft {
  measure: Measure;
  daySeconds: number;
  nightSeconds: number;
}
type When = 'now' | 'day' | 'night';
const REST_MS = 300;
const MINUTE_MS = 60_000;

/** The instant asked about: the present minute, or the next time it is day or night. */
function useInstant(when: When): number {
  const minute = Math.floor(useNow() / MINUTE_MS) * MINUTE_MS;
  const { data } = useAnswer('listDayHours', undefined, REGISTER);
  const hours = inForce(data?.items ?? [], minute);
  if (when === 'now' || hours === undefined) return minute;
  return nextAt(when === 'day' ? hours.dayFromMinutes : hours.dayToMinutes, minute).getTime();
}

/** "An order now from 白塔镇 to 淡竹乡 would owe …": as the rules stand, and with a rule as somebody thinks of changing it. */
export function Trial({ rule, draft }: { rule?: ResponseRuleView; draft?: RuleDraft }) {
  const { t } = useTranslation('settings');
  const { data: teams } = useAnswer('listTeams', undefined, REGISTER);
  const { data: townships } = useAnswer('listTownships', undefined, REGISTER);
  const [chosen, setChosen] = useState<Partial<TrialCase>>({});
  const [when, setWhen] = useState<When>('now');
  const at = useInstant(when);
  const start = trialCase(rule, teams?.items ?? [], townships?.items ?? []);
  const asked = start && { ...start, ...chosen };
  const choose = (part: Partial<TrialCase>): void => setChosen((before) => ({ ...before, ...part }));
  const township = townships?.items.find(({ code }) => code === asked?.township);
  const location = useMemo(() => township && asked && trialPoint(township, asked.where), [township, asked?.where]);
  const rested = useDebounced(draft, REST_MS);
  if (asked === undefined || location === undefined) return null;
  return (
    <div className="trial" data-testid="trial">
      <div className="setting-row">
        <Select
          aria-label={t('trial.team')}
          style={{ width: 150 }}
          showSearch={{ optionFilterProp: 'label' }}
          value={asked.team}
          onChange={(team) => choose({ team })}
          options={teams?.items.map(({ code, shortName }) => ({ value: code, label: `${code} ${shortName}` }))}
          data-testid="trial-team"
        />
        <span aria-hidden="true">→</span>
        <Select
          aria-label={t('trial.township')}
          style={{ width: 120 }}
          showSearch={{ optionFilterProp: 'label' }}
          value={asked.township}
          onChange={(township) => choose({ township })}
          options={townships?.items.map(({ code, name }) => ({ value: code, label: name }))}
          data-testid="trial-township"
        />
        <Segmented
          value={asked.where}
          onChange={(where) => choose({ where })}
          options={(['seat', 'outside'] as const).map((value) => ({ value, label: t(`trial.${value}`) }))}
        />
        <Segmented
          value={when}
          onChange={setWhen}
          options={(['now', 'day', 'night'] as const).map((value) => ({ value, label: t(`trial.${value}`) }))}
        />
      </div>
      <TrialResult
        asked={{ teamCodes: [asked.team], location, at: new Date(at).toISOString() }}
        draft={rule && rested && { ruleNo: rule.ruleNo, ...rested }}
      />
    </div>
  );
}
