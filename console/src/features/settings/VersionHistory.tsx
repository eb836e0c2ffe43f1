import type { Reason } from '@liandong/shared/basics';
import { Button, Table } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { useSession } from '../../app/session';
import { useNow } from '../../ui/clock';
import { ReasonDialog } from '../../ui/ReasonDialog';
import { stateOf, type Version } from './versions.rules';
import { basisWords, dayAndMinute, StateWord } from './words';

export interface Edited extends Version {
  basis: string;
  editedBy: string | null;
  editedAt: string | null;
  reason: string | null;
}

interface Props<T extends Edited> {
  versions: readonly T[];
  /** What a version says, in a few words. */
  content: (version: T) => ReactNode;
  onWithdraw: (version: T, body: z.infer<typeof Reason>) => void;
  busy: boolean;
}

function Who({ version }: { version: Edited }) {
  const { t } = useTranslation('settings');
  if (version.editedBy === null) return <span className="faint">{t('founding')}</span>;
  return (
    <>
      {version.editedBy} <span className="faint num">{dayAndMinute(version.editedAt ?? '')}</span>
    </>
  );
}

/** Every version there ever was, newest first: what, since when, who, why; one still to come may be withdrawn. */
export function VersionHistory<T extends Edited>({ versions, content, onWithdraw, busy }: Props<T>) {
  const { t } = useTranslation('settings');
  const now = useNow();
  const editable = useSession().may('rules.edit');
  const [withdrawing, setWithdrawing] = useState<T | null>(null);
  return (
    <>
      <Table<T>
        rowKey="version"
        size="small"
        pagination={false}
        className="version-history"
        dataSource={versions.toSorted((a, b) => b.version - a.version)}
        columns={[
          { title: t('version'), width: 70, render: (_, version) => <span className="num">{version.version}</span> },
          {
            title: t('stateOf'),
            width: 100,
            render: (_, version) => <StateWord state={stateOf(version, versions, now)} />,
          },
          { title: t('content'), width: 150, render: (_, version) => content(version) },
          { title: t('basis'), width: 120, render: (_, version) => basisWords(version.basis) },
          {
            title: t('effective'),
            width: 170,
            render: (_, version) => <span className="num">{dayAndMinute(version.effectiveFrom)}</span>,
          },
          { title: t('who'), width: 230, render: (_, version) => <Who version={version} /> },
          { title: t('reason'), render: (_, version) => version.reason ?? '—' },
          {
            title: <span className="visually-hidden">{t('withdraw')}</span>,
            width: 90,
            hidden: !editable,
            render: (_, version) =>
              stateOf(version, versions, now) === 'planned' && (
                <Button
                  size="small"
                  disabled={busy}
                  onClick={() => setWithdrawing(version)}
                  data-testid={`withdraw-${version.version}`}
                >
                  {t('withdraw')}
                </Button>
              ),
          },
        ]}
      />
      {withdrawing !== null && (
        <ReasonDialog
          title={t('withdrawTitle')}
          label={t('reason')}
          onDone={(reason) => onWithdraw(withdrawing, { reason })}
          onClose={() => setWithdrawing(null)}
        />
      )}
    </>
  );
}
