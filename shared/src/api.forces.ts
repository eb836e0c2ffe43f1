import { z } from 'zod';
import { Id, IdParams, Reason, TeamCode } from './basics.js';
import { AddEquipment, CheckEquipment, EditEquipment, EquipmentFound, EquipmentView } from './equipment.js';
import { all, type Route } from './route.js';

/** 专家、装备物资、工作方案. */
export const forcesApi = {
  listEquipment: {
    method: 'GET',
    path: '/api/equipment',
    permission: 'forces.read',
    summary: '装备物资台账；队伍账号只见本队',
    query: z.object({ teamCode: TeamCode.optional() }),
    answer: all(EquipmentView),
  },
  searchEquipment: {
    method: 'GET',
    path: '/api/equipment/search',
    permission: 'register.read',
    summary: '按话查装备：“20公里内 船”“船 横溪”“附近的发电机”，由近及远',
    query: z.object({
      q: z.string().trim().min(1, '请写要找什么').max(60),
      incidentId: Id.optional(),
      lon: z.coerce.number().min(-180).max(180).optional(),
      lat: z.coerce.number().min(-90).max(90).optional(),
      faulty: z.enum(['1']).optional(),
    }),
    answer: EquipmentFound,
  },
  addEquipment: {
    method: 'POST',
    path: '/api/equipment',
    permission: 'register.editOwn',
    summary: '登记装备物资',
    body: AddEquipment,
    answer: EquipmentView,
    status: 201,
  },
  editEquipment: {
    method: 'PUT',
    path: '/api/equipment/:id',
    permission: 'register.editOwn',
    summary: '更改装备物资',
    params: IdParams,
    body: EditEquipment,
    answer: EquipmentView,
  },
  checkEquipment: {
    method: 'POST',
    path: '/api/equipment/:id/check',
    permission: 'register.editOwn',
    summary: '检查：数量与状况',
    params: IdParams,
    body: CheckEquipment,
    answer: EquipmentView,
  },
  retireEquipment: {
    method: 'POST',
    path: '/api/equipment/:id/retire',
    permission: 'register.editOwn',
    summary: '销账，须说明理由；历史仍在',
    params: IdParams,
    body: Reason,
    answer: EquipmentView,
  },
} as const satisfies Record<string, Route>;
