import type { ReadinessRow } from '@liandong/shared/readiness';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/client';
import { problemText } from '../../api/problem-text';
import { queryClient } from '../../api/query';
import { serverNow } from '../../ui/clock';
import { notify } from '../../ui/notice';
import { ReasonDialog } from '../../ui/ReasonDialog';
import { fromCountyField } from '../desk/county-time.rules';
import { UntilField } from './UntilField';

/** 停勤 or 恢复, with a reason that goes on record. */
export function OutageDialog({ row, onClose }: { row: ReadinessRow; onClose: () => void }) {
  const { t } = useTranslation(['readiness', 'app']);
  const back = row.outage !== null;
  const team = row.teamShortName;
  const [typed, setTyped] = useState('');
  const until = typed.trim() === '' ? null : fromCountyField(typed);
  const wrong = typed.trim() !== '' && (until === null || Date.parse(until) <= serverNow());
  const write = async (reason: string): Promise<void> => {
    try {
      const params = { code: row.teamCode };
      if (back) await call('returnTeam', { params, body: { reason } });
      else await call('setTeamAside', { params, body: { reason, until } });
      notify(back ? t('readiness:backDone', { team }) : t('readiness:done', { team }));
      await queryClient.invalidateQueries({ queryKey: ['readiness'] });
    } catch (error) {
      notify(problemText(error, t('app:offline')), true);
    }
  };
  return (
    <ReasonDialog
      title={back ? t('readiness:backTitle', { team }) : t('readiness:setAsideTitle', { team })}
      label={t('readiness:reason')}
      phrases={
        back
          ? [t('readiness:fixed')]
          : [t('readiness:phrases.repair'), t('readiness:phrases.training'), t('readiness:phrases.people')]
      }
      ready={!wrong}
      onDone={(reason) => void write(reason)}
      onClose={onClose}
    >
      {!back && <UntilField text={typed} wrong={wrong} onText={setTyped} />}
    </ReasonDialog>
  );
}
