import type { TeamDetail } from '@liandong/shared/team';
import { useTranslation } from 'react-i18next';
import { useAnswer } from '../../api/query';
import { ReasonDialog } from '../../ui/ReasonDialog';

/** Before a team is retired: what the county would lose by it. */
export function RetireDialog({
  team,
  onDone,
  onClose,
}: {
  team: TeamDetail;
  onDone: (reason: string) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation('register');
  const { data } = useAnswer('previewRetirement', { params: { code: team.code } }, { staleTime: 0 });
  const held = (data?.openOrders.length ?? 0) > 0;
  return (
    <ReasonDialog
      title={t('retireTitle', { name: team.shortName })}
      label={t('reason')}
      ready={data !== undefined && !held}
      onDone={onDone}
      onClose={onClose}
    >
      {data && (
        <ul className="retire-losses" data-testid="retire-losses">
          {held && <li className="gap">{t('losses.openOrders', { codes: data.openOrders.join(' ') })}</li>}
          {data.plans.map(({ code, name, levels }) => (
            <li key={code}>{t('losses.plan', { name, levels: levels.join(' ') })}</li>
          ))}
          {data.shifts > 0 && <li>{t('losses.shifts', { count: data.shifts })}</li>}
          {data.equipment > 0 && <li>{t('losses.equipment', { count: data.equipment })}</li>}
        </ul>
      )}
    </ReasonDialog>
  );
}
