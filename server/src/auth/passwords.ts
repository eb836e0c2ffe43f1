import { hash, verify } from '@node-rs/argon2';

/** argon2id, 19 MiB, 2 passes (OWASP's floor for interactive sign-in). */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const hashPassword = (password: string): Promise<string> => hash(password, COST);

/** A hash nobody's password has: verifying against it makes an unknown name cost as long as a known one. */
const NOBODY = hashPassword('nobody');

/** @param stored null for an unknown name */
export async function passwordFits(stored: string | null, password: string): Promise<boolean> {
  const fits = await verify(stored ?? (await NOBODY), password);
  return stored !== null && fits;
}
