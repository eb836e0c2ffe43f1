import type { LadderView } from '@liandong/shared/ladder';
import { Alert, Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemText } from '../../api/problem-text';
import { REGISTER, useAnswer } from '../../api/query';
import { COUNTY, LadderCard, useScopeName } from './LadderCard';
import { LadderForm } from './LadderForm';

const NONE: readonly LadderView[] = [];

/** Which ladder is open in the form: its scope, whose it is in words, and what it begins with. */
interface Editing {
  scope: string;
  name: string;
  begin: LadderView;
}

/** Gives a team a ladder of its own, beginning with the county's. */
function AddOwn({ taken, onAdd }: { taken: readonly string[]; onAdd: (scope: string, teamShortName: string) => void }) {
  const { t } = useTranslation('settings');
  const { data } = useAnswer('listTeams', undefined, REGISTER);
  const [code, setCode] = useState<string>();
  const free = (data?.items ?? []).filter((team) => !taken.includes(team.code));
  const team = free.find((each) => each.code === code);
  return (
    <div className="setting-row">
      <Select
        aria-label={t('ladder.team')}
        placeholder={t('ladder.team')}
        style={{ width: 200 }}
        showSearch={{ optionFilterProp: 'label' }}
        value={team?.code}
        onChange={setCode}
        options={free.map((each) => ({ value: each.code, label: `${each.code} ${each.shortName}` }))}
        data-testid="ladder-team"
      />
      <Button
        disabled={team === undefined}
        onClick={() => team && onAdd(team.code, team.shortName)}
        data-testid="ladder-add"
      >
        {t('ladder.own')}
      </Button>
    </div>
  );
}

/** Whom an order calls while nobody acknowledges: the county's ladder, and the teams that have their own. */
export function LaddersTab({ editable }: { editable: boolean }) {
  const { t } = useTranslation(['settings', 'app']);
  const { data, error } = useAnswer('listLadders');
  const nameOf = useScopeName();
  const [editing, setEditing] = useState<Editing | null>(null);
  const ladders = data?.items ?? NONE;
  const county = ladders.find(({ scope }) => scope === COUNTY);
  const edit = (begin: LadderView, whose: Pick<LadderView, 'scope' | 'teamShortName'>): void =>
    setEditing({ scope: whose.scope, name: nameOf(whose), begin });
  return (
    <div className="settings-tab">
      <p className="quiet">{t('settings:ladder.hint')}</p>
      {error !== null && (
        <Alert type="error" showIcon title={t('settings:failed')} description={problemText(error, t('app:offline'))} />
      )}
      {ladders.map((ladder) => (
        <LadderCard key={ladder.scope} ladder={ladder} editable={editable} onEdit={() => edit(ladder, ladder)} />
      ))}
      {editable && county !== undefined && (
        <AddOwn
          taken={ladders.map(({ scope }) => scope)}
          onAdd={(scope, teamShortName) => edit(county, { scope, teamShortName })}
        />
      )}
      {editing !== null && (
        <LadderForm
          key={editing.scope}
          scope={editing.scope}
          name={editing.name}
          begin={editing.begin}
          onClose={() => setEditing(null)}
        />
      )}
    </div>
  );
}
