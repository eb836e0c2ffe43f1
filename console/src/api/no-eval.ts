import { z } from 'zod';

/** The content security policy forbids `eval`; zod must not even probe for it. Import before any schema. */
z.config({ jitless: true });
