// npm start: install, build, run. One process in the end, so Ctrl-C reaches the server itself.
import { ensureBuilt, ensureInstalled } from './prepare.mjs';

ensureInstalled();
ensureBuilt({ withConsole: true });
await import('../server/dist/main.js');
