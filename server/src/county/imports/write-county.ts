import type { EntityManager } from 'typeorm';
import { toPoint } from '../../database/columns.js';
import { writeEquipment } from '../../equipment/write-equipment.js';
import { writeExperts } from '../../experts/write-experts.js';
import { writeMembers } from '../../teams/write-members.js';
import { type By, writeTeams } from '../../teams/write-teams.js';
import type { County } from './rows.js';

type Row<K extends keyof County> = County[K][number];

/** The county's own facts; what of its setting up was done stays done. */
export async function writeCountyFacts(tx: EntityManager, [facts]: readonly Row<'county'>[]): Promise<void> {
  if (!facts) return;
  await tx.query(
    `INSERT INTO county (id, name, title, centre_phone, zone) VALUES (1, $1, $2, $3, $4)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, title = excluded.title, centre_phone = excluded.centre_phone, zone = excluded.zone`,
    [facts.name, facts.title, facts.centrePhone, facts.zone],
  );
}

const pointOf = ({ lon, lat }: { lon: number; lat: number }) => toPoint({ lon, lat });
const retiredAt = (retired: boolean, at: Date): Date | null => (retired ? at : null);

export const writeTeamRows = (tx: EntityManager, rows: readonly Row<'teams'>[], by: By): Promise<void> =>
  writeTeams(
    tx,
    rows.map(({ lon, lat, retired, ...team }) => ({
      ...team,
      location: pointOf({ lon, lat }),
      retiredAt: retiredAt(retired, by.at),
    })),
    by,
  );

/** A sheet has the numbers only; what each is called stays. */
export async function writeMemberRows(tx: EntityManager, rows: readonly Row<'members'>[], by: By): Promise<void> {
  const known: { id: string; phone: string; label: string }[] = await tx.query(
    `SELECT id, p ->> 'phone' AS phone, p ->> 'label' AS label FROM team_members, jsonb_array_elements(more_phones) p WHERE id = ANY($1)`,
    [rows.map(({ id }) => id)],
  );
  const labels = new Map(known.map(({ id, phone, label }) => [`${id} ${phone}`, label]));
  const members = rows.map(({ retired, morePhones, ...member }) => ({
    ...member,
    morePhones: morePhones.map((phone) => ({ phone, label: labels.get(`${member.id} ${phone}`) ?? '' })),
    retiredAt: retiredAt(retired, by.at),
  }));
  await writeMembers(tx, members, by);
}

export const writeEquipmentRows = (tx: EntityManager, rows: readonly Row<'equipment'>[]) =>
  writeEquipment(
    tx,
    rows.map(({ retired: _, lon, lat, ...item }) => ({
      ...item,
      location: lon === null || lat === null ? null : pointOf({ lon, lat }),
    })),
  );

export const writeExpertRows = (tx: EntityManager, rows: readonly Row<'experts'>[]) =>
  writeExperts(
    tx,
    rows.map(({ retired: _, ...expert }) => expert),
  );
