// npm run bench: speed as ratios to floors measured in the same run.
import { ensureBuilt, ensureInstalled } from './prepare.mjs';

ensureInstalled();
ensureBuilt({ withConsole: false });
await import('../server/bench/bench.mjs');
