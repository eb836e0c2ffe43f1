import type { Me } from '@liandong/shared/auth';
import { Alert, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem, call } from '../api/client';
import { problemText } from '../api/problem-text';
import { useAnswer } from '../api/query';
import { setServerNow } from '../ui/clock';
import { setCountyZone } from '../ui/zone';
import { AntdTheme } from './AntdFrame';
import './sign-in.css';

interface Credentials {
  username: string;
  password: string;
}
interface Props {
  /** A team account: it is on its way to the phone app. */
  leaving: boolean;
  onSignedIn: (me: Me) => void;
}

/** Answers whose meaning is fixed, in our words; anything else in the server's. */
const BY_STATUS = { 401: 'signIn.wrong', 423: 'signIn.locked', 429: 'signIn.locked' } as const;

/** Sign-in page of the console. */
export default function SignIn({ leaving, onSignedIn }: Props) {
  const { t } = useTranslation(['app', 'county']);
  const { data: firstStart } = useAnswer('getFirstStart');
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  const submit = async (credentials: Credentials): Promise<void> => {
    setBusy(true);
    setProblem(null);
    try {
      const me = await call('login', { body: credentials });
      setServerNow(me.serverNow);
      setCountyZone(me.zone);
      onSignedIn(me);
    } catch (error) {
      const status = error instanceof ApiProblem ? error.problem.status : 0;
      const known = status in BY_STATUS ? BY_STATUS[status as keyof typeof BY_STATUS] : null;
      setProblem(known ? t(known) : problemText(error, t('signIn.offline')));
    } finally {
      setBusy(false);
    }
  };

  return (
    <AntdTheme>
      <main className="sign-in">
        <h1>{t('title')}</h1>
        <p className="quiet">{t('signIn.heading')}</p>
        {firstStart?.open && (
          <Alert
            type="info"
            showIcon
            title={t('county:setup.invite')}
            description={<a href="/setup">{t('county:setup.inviteLink')}</a>}
          />
        )}
        {leaving && <Alert type="info" showIcon title={t('signIn.asTeam')} />}
        {problem !== null && <Alert type="error" showIcon title={problem} role="alert" data-testid="login-problem" />}
        <Form<Credentials> layout="vertical" requiredMark={false} onFinish={submit} disabled={busy || leaving}>
          <Form.Item
            name="username"
            label={t('signIn.username')}
            rules={[{ required: true, whitespace: true, message: t('signIn.needUsername') }]}
          >
            <Input autoFocus autoComplete="username" size="large" data-testid="login-username" />
          </Form.Item>
          <Form.Item
            name="password"
            label={t('signIn.password')}
            rules={[{ required: true, message: t('signIn.needPassword') }]}
          >
            <Input.Password autoComplete="current-password" size="large" data-testid="login-password" />
          </Form.Item>
          <Button type="primary" htmlType="submit" size="large" block loading={busy} data-testid="login-submit">
            {t('signIn.submit')}
          </Button>
        </Form>
      </main>
    </AntdTheme>
  );
}
