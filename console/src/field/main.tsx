import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../ui/base.css';
import '../app/theme';
import './field.css';
import '../i18n';
import { unlockSound } from './alarm';
import { FieldApp } from './FieldApp';

// Without signal every question is asked all the same: the browser's own idea of being online is often wrong.
const client = new QueryClient({
  defaultOptions: { queries: { networkMode: 'always', retry: false, refetchOnWindowFocus: true, gcTime: Infinity } },
});

window.addEventListener('pointerdown', unlockSound);
window.addEventListener('keydown', unlockSound);

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <FieldApp />
    </QueryClientProvider>
  </StrictMode>,
);
