import { EditTeam, type TeamRegister } from '@liandong/shared/register';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/client';
import { Send } from '../Send';
import { Sheet } from '../Sheet';
import { useChange } from './own-team';

interface Props {
  team: TeamRegister;
  onClose: () => void;
  onDone: (warnings: string[]) => void;
}

/** What a team keeps of itself: its line and its address. Its base point decides targets and is the administrator's. */
export function TeamSheet({ team: given, onClose, onDone }: Props) {
  const { t } = useTranslation('register');
  const [team] = useState(given);
  const [alarmPhone, setPhone] = useState(team.alarmPhone);
  const [baseAddress, setAddress] = useState(team.baseAddress);
  const { change, busy, problem } = useChange(team.code, onDone);
  const body = EditTeam.safeParse({ alarmPhone, baseAddress, baseVersion: team.version }).data;
  const untouched = alarmPhone === team.alarmPhone && baseAddress === team.baseAddress;
  return (
    <Sheet title={t('editTitle')} onClose={onClose}>
      <div className="stack" data-testid="own-team-sheet">
        <label className="block">
          {t('field.alarmPhone')}
          <input
            className="field num"
            type="tel"
            maxLength={20}
            value={alarmPhone}
            onChange={(event) => setPhone(event.target.value)}
            data-testid="own-team-phone"
          />
        </label>
        <label className="block">
          {t('field.baseAddress')}
          <input
            className="field"
            maxLength={200}
            value={baseAddress}
            onChange={(event) => setAddress(event.target.value)}
            data-testid="own-team-address"
          />
        </label>
        <p className="quiet">{t('field_app.basePoint')}</p>
        <Send
          word={t('save')}
          ready={!untouched && body !== undefined}
          busy={busy}
          problem={problem}
          testid="own-team-save"
          onSend={() => void change(() => call('editTeam', { params: { code: team.code }, body: body! }))}
        />
      </div>
    </Sheet>
  );
}
