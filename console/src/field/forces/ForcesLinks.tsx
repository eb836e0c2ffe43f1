import { useTranslation } from 'react-i18next';
import { open } from '../page';
import { useUnread } from './unread';

/** From the menu to what the team keeps, and to what it has to read. */
export function ForcesLinks({ onOpen }: { onOpen: () => void }) {
  const { t } = useTranslation('forces');
  const unread = useUnread();
  const go = (name: 'equipment' | 'documents'): void => {
    onOpen();
    open({ name });
  };
  return (
    <>
      <button type="button" className="small" onClick={() => go('equipment')} data-testid="field-equipment">
        {t('field.equipmentHeading')}
      </button>
      <button type="button" className="small" onClick={() => go('documents')} data-testid="field-documents">
        {t('field.documentsHeading')}
        {unread > 0 && (
          <b className="near">
            {' '}
            ! {t('field.toRead')} {unread}
          </b>
        )}
      </button>
    </>
  );
}
