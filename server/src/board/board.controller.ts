import type { Api } from '@liandong/shared/api';
import type { Received } from '@liandong/shared/route';
import { Controller } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { openOrderCounts } from '../dispatch/order.queries.js';
import { listReplies } from '../messages/reply.queries.js';
import type { Actor } from '../platform/actor.js';
import { ApiRoute, By, Input } from '../platform/api-route.js';
import { Clock } from '../platform/clock.js';
import { pageOf } from '../platform/page.js';
import { Problem } from '../platform/problem.js';
import { listTeams, readTeam } from '../teams/team.queries.js';
import { incidentDetail, listBoard } from './board.queries.js';
import { listOwed } from './owed.queries.js';
import { readReadiness } from './readiness.queries.js';

/** What the desk reads: incidents with their orders, teams with what they have in hand, replies that wait. */
@Controller()
export class BoardController {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
  ) {}

  @ApiRoute('listIncidents')
  async incidents(@Input() { query }: Received<Api['listIncidents']>) {
    const items = await listBoard(this.database, query);
    return pageOf(items, query.limit, (row) => row.id);
  }

  @ApiRoute('getIncident')
  incident(@Input() { params }: Received<Api['getIncident']>) {
    return incidentDetail(this.database, params.id);
  }

  @ApiRoute('listObligations')
  async owed(@Input() { query }: Received<Api['listObligations']>, @By() actor: Actor) {
    const { show, kind, from, to, cursor, limit } = query;
    const teamCode = actor.role === 'team' ? (actor.teamCode ?? '') : (query.teamCode ?? null);
    const filter = {
      show,
      kind: kind ?? null,
      teamCode,
      from: from ?? null,
      to: to ?? null,
      cursor: cursor ?? null,
      limit,
    };
    const items = await listOwed(this.database, this.clock.now(), filter);
    return pageOf(items, limit, (row) => row.id);
  }

  @ApiRoute('listTeams')
  async teams(@Input() { query }: Received<Api['listTeams']>) {
    const [teams, open] = await Promise.all([
      listTeams(this.database, this.clock.now(), { retired: query.retired === '1' }),
      openOrderCounts(this.database),
    ]);
    return { items: teams.map((team) => ({ ...team, openOrders: open.get(team.code) ?? 0 })) };
  }

  @ApiRoute('getTeam')
  async team(@Input() { params }: Received<Api['getTeam']>) {
    const [team, open] = await Promise.all([
      readTeam(this.database, params.code, this.clock.now()),
      openOrderCounts(this.database),
    ]);
    if (!team) throw new Problem('not-found', { detail: '没有这支队伍' });
    return { ...team, openOrders: open.get(team.code) ?? 0 };
  }

  @ApiRoute('listDuty')
  async duty(@Input() { query }: Received<Api['listDuty']>) {
    const teams = await listTeams(this.database, query.at ? new Date(query.at) : this.clock.now());
    return {
      items: teams.map(({ code, shortName, onDuty }) => ({ teamCode: code, teamShortName: shortName, onDuty })),
    };
  }

  @ApiRoute('readiness')
  async readiness() {
    return { items: await readReadiness(this.database, this.clock.now()) };
  }

  @ApiRoute('listReplies')
  async replies(@Input() { query }: Received<Api['listReplies']>) {
    return { items: await listReplies(this.database, query.state, this.clock.now()) };
  }
}
