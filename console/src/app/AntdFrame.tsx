import { App, theme as antdTheme, ConfigProvider, type ThemeConfig } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet } from 'react-router';
import { type Theme, useTheme } from './theme';

const COLOURS: Record<Theme, ThemeConfig['token']> = {
  dark: {
    colorBgBase: '#0b1117',
    colorBgContainer: '#111a23',
    colorBgElevated: '#182431',
    colorBgLayout: '#0b1117',
    colorBorder: '#243342',
    colorBorderSecondary: '#243342',
    colorText: '#e8eef4',
    colorTextSecondary: '#9db0c2',
    colorTextTertiary: '#889cae',
    colorTextPlaceholder: '#889cae',
    colorPrimary: '#2f7bd0',
    colorLink: '#56a8ff',
    colorSuccess: '#3dbb8c',
    colorWarning: '#f0ad3a',
    colorError: '#ff5c54',
  },
  light: {
    colorBgLayout: '#eef2f6',
    colorBorder: '#ccd7e2',
    colorBorderSecondary: '#dde5ed',
    colorText: '#14202c',
    colorTextSecondary: '#445668',
    colorTextTertiary: '#586a7c',
    colorTextPlaceholder: '#586a7c',
    colorPrimary: '#1464b8',
    colorLink: '#1464b8',
    colorSuccess: '#0f7a52',
    colorWarning: '#8f5a00',
    colorError: '#c4201a',
  },
};

/** antd in the console's language and colours; loaded only by the pages that use it. */
export function AntdTheme({ children }: { children: ReactNode }) {
  const theme = useTheme();
  const { i18n } = useTranslation();
  return (
    <ConfigProvider
      button={{ autoInsertSpace: false }}
      locale={i18n.language === 'en' ? enUS : zhCN}
      theme={{
        algorithm: theme === 'dark' ? antdTheme.darkAlgorithm : antdTheme.defaultAlgorithm,
        token: { ...COLOURS[theme], borderRadius: 6, fontSize: 14, fontFamily: 'var(--font)', motion: false },
      }}
    >
      <App style={{ height: '100%', minHeight: 0 }}>{children}</App>
    </ConfigProvider>
  );
}

/** Frame of the routes that use antd. */
export default function AntdFrame() {
  return (
    <AntdTheme>
      <Outlet />
    </AntdTheme>
  );
}
