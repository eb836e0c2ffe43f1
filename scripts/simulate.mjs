// npm run simulate -- day|typhoon --speed 60 [--url …]: play a scenario against a running server.
import { ensureBuilt, ensureInstalled } from './prepare.mjs';

ensureInstalled();
ensureBuilt({ withConsole: false });
await import('../seed/dist/simulate.js');
