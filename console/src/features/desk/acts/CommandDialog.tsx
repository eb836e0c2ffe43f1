import type { IncidentView } from '@liandong/shared/incident';
import type { OrderView } from '@liandong/shared/order';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { REGISTER, useAnswer } from '../../../api/query';
import { useWrite } from '../use-write';
import { ActForm } from './ActForm';
import { commandBody, commandForm, commandReady, leadable } from './command-form.rules';

interface Props {
  incident: IncidentView;
  orders: readonly OrderView[];
  onClose: () => void;
}

/** 移交指挥: which team leads at the scene, and who commands there. */
export function CommandDialog({ incident, orders, onClose }: Props) {
  const { t } = useTranslation('acts');
  const { data: posts } = useAnswer('listCommandPosts', undefined, REGISTER);
  const [form, setForm] = useState(() => commandForm(incident));
  const { busy, problem, run } = useWrite(incident.id);
  const change = (part: Partial<typeof form>): void => setForm((was) => ({ ...was, ...part }));
  const submit = async (): Promise<void> => {
    const body = commandBody(incident, form);
    if (await run('transferCommand', { params: { id: incident.id }, body }, t('command.done'))) onClose();
  };
  return (
    <ActForm
      title={t('title.command')}
      submit={t('command.submit')}
      ready={commandReady(incident, form)}
      busy={busy}
      problem={problem}
      width={520}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <label>
        {t('command.lead')}
        <select
          className="field"
          data-first-focus
          value={form.teamCode}
          data-testid="command-team"
          onChange={(event) => change({ teamCode: event.target.value })}
        >
          <option value="">{t('command.noLead')}</option>
          {leadable(orders, incident.leadTeamCode).map((order) => (
            <option key={order.teamCode} value={order.teamCode}>
              {order.teamCode} {order.teamName}
            </option>
          ))}
        </select>
      </label>
      <fieldset>
        <legend>{t('command.commander')}</legend>
        <div className="pick-list">
          {(posts?.items ?? []).map((post) => (
            <button
              key={post.code}
              type="button"
              aria-pressed={form.post === post.post && form.name === post.name}
              onClick={() => change({ post: post.post, name: post.name, phone: post.phone })}
            >
              <b>{post.post}</b> {post.name} <span className="num quiet">{post.phone}</span>
            </button>
          ))}
        </div>
      </fieldset>
      <div className="row three">
        {(['post', 'name', 'phone'] as const).map((field) => (
          <label key={field}>
            {t(`command.${field}`)}
            <input
              className={field === 'phone' ? 'field num' : 'field'}
              value={form[field]}
              maxLength={field === 'phone' ? 20 : 40}
              data-testid={`command-${field}`}
              onChange={(event) => change({ [field]: event.target.value })}
            />
          </label>
        ))}
      </div>
      <label>
        {t('reason')}
        <input
          className="field"
          value={form.reason}
          maxLength={500}
          data-testid="command-reason"
          onChange={(event) => change({ reason: event.target.value })}
        />
      </label>
    </ActForm>
  );
}
