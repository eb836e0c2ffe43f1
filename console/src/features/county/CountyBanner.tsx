import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useAnswer } from '../../api/query';
import { useSession } from '../../app/session';
import './county.css';

/** 建县未完成: on every page until the county is in service. */
export function CountyBanner() {
  const { t } = useTranslation('county');
  const { may } = useSession();
  const { data } = useAnswer('getCountyState', undefined, { staleTime: 5 * 60_000 });
  if (!data || data.inService) return null;
  return (
    <div className="county-banner" role="status" data-testid="county-banner">
      ⚠ {t('banner', { name: data.name })} {may('county.setUp') && <Link to="/county">{t('bannerLink')}</Link>}
    </div>
  );
}
