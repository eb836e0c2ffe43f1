import type { DataSource, EntityManager } from 'typeorm';

/** A number of an expert: he is called by name, and belongs to no team that takes orders. */
export interface ExpertPhone {
  number: string;
  ownerName: string;
  teamCode: string;
  teamName: string;
  post: 'expert';
}

/** Every phone of the expert group, read from `experts`, whose room stands on this one; under the group's own team. */
const EXPERT_PHONES = `
  SELECT x.number, x.name AS "ownerName", COALESCE(t.code, '') AS "teamCode", COALESCE(t.short_name, '专家组') AS "teamName",
         'expert' AS post
  FROM (SELECT id, name, phone AS number FROM experts WHERE retired_at IS NULL
        UNION ALL
        SELECT id, name, jsonb_array_elements(more_phones) ->> 'phone' FROM experts WHERE retired_at IS NULL) x
  LEFT JOIN LATERAL (SELECT code, short_name FROM teams WHERE team_class = 'expert' ORDER BY sort_order LIMIT 1) t ON true`;

export const listExpertPhones = (tx: DataSource | EntityManager): Promise<ExpertPhone[]> =>
  tx.query(`${EXPERT_PHONES} ORDER BY x.id`);

/** Which expert's phone is it? */
export async function findExpertPhone(tx: DataSource | EntityManager, phone: string): Promise<ExpertPhone | null> {
  const [row] = await tx.query(`${EXPERT_PHONES} WHERE x.number = $1 ORDER BY x.id LIMIT 1`, [phone]);
  return row ?? null;
}
