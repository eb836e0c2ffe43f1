import type { LadderView } from '@liandong/shared/ladder';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ReasonDialog } from '../../ui/ReasonDialog';
import { LadderWords } from './ladder-words';
import { LastEdited } from './template-words';
import { useSave } from './use-save';

/** Whose ladder it is when it is no team's own. */
export const COUNTY = 'county';

/** Whose it is, in words. */
export function useScopeName(): (ladder: Pick<LadderView, 'scope' | 'teamShortName'>) => string {
  const { t } = useTranslation('settings');
  return ({ scope, teamShortName }) => (scope === COUNTY ? t('ladder.county') : `${scope} ${teamShortName ?? ''}`);
}

interface CardProps {
  ladder: LadderView;
  editable: boolean;
  onEdit: () => void;
}

/** One ladder in plain words; a team's own may be dropped. */
export function LadderCard({ ladder, editable, onEdit }: CardProps) {
  const { t } = useTranslation('settings');
  const name = useScopeName()(ladder);
  const [dropping, setDropping] = useState(false);
  const { save: drop, busy, problem } = useSave('dropLadder', ['listLadders']);
  return (
    <section className="setting-card ladder-card" data-testid={`ladder-${ladder.scope}`}>
      <header>
        <h2>{name}</h2>
        <span className="setting-row">
          <LastEdited {...ladder} />
          {editable && (
            <Button
              size="small"
              onClick={onEdit}
              aria-label={`${t('edit')} ${name}`}
              data-testid={`ladder-edit-${ladder.scope}`}
            >
              {t('edit')}
            </Button>
          )}
          {editable && ladder.scope !== COUNTY && (
            <Button
              size="small"
              loading={busy}
              onClick={() => setDropping(true)}
              data-testid={`ladder-drop-${ladder.scope}`}
            >
              {t('ladder.drop')}
            </Button>
          )}
        </span>
      </header>
      <LadderWords ladder={ladder} />
      {problem !== null && <Alert type="error" showIcon title={problem} />}
      {dropping && (
        <ReasonDialog
          title={t('ladder.dropTitle', { name })}
          label={t('reason')}
          onDone={(reason) => drop({ params: { scope: ladder.scope }, body: { reason } })}
          onClose={() => setDropping(false)}
        />
      )}
    </section>
  );
}
