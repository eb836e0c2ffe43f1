import { randomInt } from 'node:crypto';
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

/** Letters and digits nobody mixes up when reading them from a screen. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';
export const randomWord = (length: number): string =>
  Array.from({ length }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');

/** For accounts that are handed out on paper: 12 characters, about 59 bits. */
export const randomPassword = (): string => [4, 4, 4].map(randomWord).join('-');
