import { type OwedRow, WAIVER_CODES, type WaiverCode } from '@liandong/shared/obligation';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/client';
import { notify } from '../../ui/notice';
import { ReasonDialog } from '../../ui/ReasonDialog';
import { complain } from '../desk/actions';
import { touchIncident } from '../desk/use-write';
import { owesWord } from '../desk/words';

/** 豁免, with code and reason; published with the reports. */
export function WaiveDialog({ row, onClose }: { row: OwedRow; onClose: () => void }) {
  const { t } = useTranslation(['owed', 'desk', 'signs']);
  const waive = async (reason: string, code: WaiverCode): Promise<void> => {
    try {
      await call('waiveObligation', { params: { id: row.id }, body: { reason, code } });
      touchIncident(row.incidentId);
      notify(t('owed:waived'));
    } catch (error) {
      complain(error);
    }
  };
  return (
    <ReasonDialog
      title={t('owed:waiveTitle', { what: `${row.owedBy} ${owesWord(row)}` })}
      label={t('desk:reason')}
      codes={WAIVER_CODES.map((code) => [code, t(`signs:waiver.${code}`)] as const)}
      onDone={(reason, code) => void waive(reason, code as WaiverCode)}
      onClose={onClose}
    />
  );
}
