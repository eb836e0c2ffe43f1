import type { ReadinessRow } from '@liandong/shared/readiness';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/client';
import { problemText } from '../../api/problem-text';
import { queryClient } from '../../api/query';
import { notify } from '../../ui/notice';
import { ReasonDialog } from '../../ui/ReasonDialog';

/** 停勤 or 恢复, with a reason that goes on record. */
export function OutageDialog({ row, onClose }: { row: ReadinessRow; onClose: () => void }) {
  const { t } = useTranslation(['readiness', 'app']);
  const back = row.outage !== null;
  const team = row.teamShortName;
  const write = async (reason: string): Promise<void> => {
    try {
      const request = { params: { code: row.teamCode }, body: { reason } };
      await call(back ? 'returnTeam' : 'setTeamAside', request);
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
      onDone={(reason) => void write(reason)}
      onClose={onClose}
    />
  );
}
