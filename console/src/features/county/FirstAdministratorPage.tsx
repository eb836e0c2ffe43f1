import { Alert, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/client';
import { problemText } from '../../api/problem-text';
import { useAnswer } from '../../api/query';
import { AntdTheme } from '../../app/AntdFrame';
import '../../app/sign-in.css';

interface Typed {
  key: string;
  username: string;
  displayName: string;
  password: string;
  repeat: string;
}

/** `/setup`: whoever holds the key from the server's start makes the first account, and goes on to set the county up. */
export default function FirstAdministratorPage() {
  const { t } = useTranslation(['county', 'app']);
  const { data } = useAnswer('getFirstStart', undefined, { staleTime: 0 });
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const submit = async ({ repeat: _, ...body }: Typed): Promise<void> => {
    setBusy(true);
    setProblem(null);
    try {
      await call('makeFirstAdministrator', { body });
      await call('login', { body: { username: body.username, password: body.password } });
      window.location.assign('/county');
    } catch (error) {
      setProblem(problemText(error, t('app:signIn.offline')));
      setBusy(false);
    }
  };
  const needed = { required: true, whitespace: true, message: t('county:needed') };
  return (
    <AntdTheme>
      <main className="sign-in" data-testid="first-administrator">
        <h1>{t('county:setup.heading')}</h1>
        {data && !data.open ? (
          <p>
            {t('county:setup.closed')} <a href="/desk">{t('county:setup.toSignIn')}</a>
          </p>
        ) : (
          <>
            <p className="quiet">{t('county:setup.text')}</p>
            {problem && <Alert type="error" showIcon title={problem} role="alert" data-testid="setup-problem" />}
            <Form<Typed> layout="vertical" requiredMark={false} onFinish={submit} disabled={busy}>
              <Form.Item name="key" label={t('county:setup.key')} rules={[needed]}>
                <Input autoFocus autoComplete="off" data-testid="setup-key" />
              </Form.Item>
              <Form.Item name="username" label={t('county:setup.username')} rules={[needed]}>
                <Input autoComplete="username" data-testid="setup-username" />
              </Form.Item>
              <Form.Item name="displayName" label={t('county:setup.displayName')} rules={[needed]}>
                <Input data-testid="setup-name" />
              </Form.Item>
              <Form.Item
                name="password"
                label={t('county:setup.password')}
                rules={[needed, { min: 12, message: t('county:setup.short') }]}
              >
                <Input.Password autoComplete="new-password" data-testid="setup-password" />
              </Form.Item>
              <Form.Item
                name="repeat"
                label={t('county:setup.repeat')}
                dependencies={['password']}
                rules={[
                  needed,
                  ({ getFieldValue }) => ({
                    validator: (_, value) =>
                      value === getFieldValue('password')
                        ? Promise.resolve()
                        : Promise.reject(new Error(t('county:setup.differ'))),
                  }),
                ]}
              >
                <Input.Password autoComplete="new-password" data-testid="setup-repeat" />
              </Form.Item>
              <Button type="primary" htmlType="submit" block loading={busy} data-testid="setup-submit">
                {t('county:setup.submit')}
              </Button>
            </Form>
          </>
        )}
      </main>
    </AntdTheme>
  );
}
