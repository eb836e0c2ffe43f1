import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** In development: /field is the phone's own page, like the server does it. */
const fieldEntry: Plugin = {
  name: 'field-entry',
  configureServer(server) {
    server.middlewares.use((request, _response, next) => {
      if (/^\/field(\/|\?|$)/.test(request.url ?? '')) request.url = '/field.html';
      next();
    });
  },
};

/**
 * Large libraries apart, so that a page loads only what it shows: [name, package folders].
 * A group takes what it depends on along, so what every page needs stands first.
 */
const LIBRARIES: [string, RegExp][] = [
  ['react', /node_modules[\\/](react|react-dom|scheduler)[\\/]/],
  ['contracts', /node_modules[\\/]zod[\\/]|[\\/]shared[\\/]src[\\/]/],
  ['base', /node_modules[\\/](@tanstack|i18next|react-i18next|socket\.io-[a-z]+|engine\.io-[a-z]+|zustand)[\\/]/],
  ['maplibre', /node_modules[\\/](maplibre-gl|@maplibre)[\\/]/],
  ['echarts', /node_modules[\\/](echarts|zrender)[\\/]/],
  ['antd', /node_modules[\\/](antd|@ant-design|@rc-component|rc-[a-z-]+|dayjs|@emotion)[\\/]/],
];

const server = process.env.LIANDONG_SERVER ?? 'http://127.0.0.1:3000';

export default defineConfig({
  root: here('.'),
  plugins: [react(), fieldEntry],
  resolve: {
    alias: [{ find: /^@liandong\/shared\/(.*)$/, replacement: `${here('../shared/src')}/$1.ts` }],
  },
  worker: { format: 'es' },
  server: {
    proxy: {
      '/api': { target: server },
      '/live': { target: server, ws: true },
    },
  },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    // The map library alone is about 1 MB; it is loaded after the first paint.
    chunkSizeWarningLimit: 1300,
    rolldownOptions: {
      input: { desk: here('index.html'), field: here('field.html') },
      output: {
        codeSplitting: {
          groups: LIBRARIES.map(([name, test], index) => ({ name, test, priority: LIBRARIES.length - index })),
        },
      },
    },
  },
});
