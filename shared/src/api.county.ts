import { z } from 'zod';
import { ClientId, Datum, IdParams } from './basics.js';
import { ImportRow, ImportView } from './county.js';
import {
  CountyState,
  DefaultRules,
  EditCounty,
  FirstAdministrator,
  IssuedLogin,
  NewAccounts,
  SetupView,
} from './county-set-up.js';
import { all, type Route } from './route.js';
import { TypeTownships } from './township-list.js';

/** 建县与导入导出: the first start of a county, its data by Excel. */
export const countyApi = {
  getFirstStart: {
    method: 'GET',
    path: '/api/setup',
    permission: 'public',
    summary: '是否在等第一个管理员',
    answer: z.object({ open: z.boolean() }),
  },
  makeFirstAdministrator: {
    method: 'POST',
    path: '/api/setup',
    permission: 'public',
    summary: '用服务器启动时印出的密钥建第一个管理员账号；建好后密钥作废',
    body: FirstAdministrator,
    answer: z.object({ username: z.string() }),
    status: 201,
  },
  getCountyState: {
    method: 'GET',
    path: '/api/county/state',
    permission: 'signed-in',
    summary: '本县是否已开始使用',
    answer: CountyState,
  },
  getSetup: {
    method: 'GET',
    path: '/api/county/setup',
    permission: 'county.setUp',
    summary: '建县做到哪一步，还缺什么',
    answer: SetupView,
  },
  editCounty: {
    method: 'PUT',
    path: '/api/county/facts',
    permission: 'county.setUp',
    summary: '县名、系统名称、指挥中心电话、时区',
    body: EditCounty,
    answer: SetupView,
  },
  typeTownships: {
    method: 'POST',
    path: '/api/county/townships',
    permission: 'county.setUp',
    summary: '乡镇街道清单，一行一个：名称、是否城区，编码和坐标可空；有一行不对就都不写',
    body: TypeTownships,
    answer: SetupView,
  },
  getDefaultRules: {
    method: 'GET',
    path: '/api/county/default-rules',
    permission: 'county.setUp',
    summary: '开县时采用的时限规则、警情类型和任务，附依据',
    answer: DefaultRules,
  },
  confirmRules: {
    method: 'POST',
    path: '/api/county/rules',
    permission: 'county.setUp',
    summary: '确认采用规则、类型和预案；已有的不动',
    answer: SetupView,
  },
  issueAccounts: {
    method: 'POST',
    path: '/api/county/accounts',
    permission: 'county.setUp',
    summary: '建账号，随机密码只显示这一次',
    body: NewAccounts,
    answer: all(IssuedLogin),
    status: 201,
  },
  openCounty: {
    method: 'POST',
    path: '/api/county/open',
    permission: 'county.setUp',
    summary: '开始使用；缺必需的内容时不行，并说明缺什么',
    answer: SetupView,
  },
  countyTemplate: {
    method: 'GET',
    path: '/api/county/template',
    permission: 'county.setUp',
    summary: '建县用的空白 Excel 模板，带示例、下拉选项和说明',
    download: true,
    answer: z.unknown(),
  },
  exportCounty: {
    method: 'GET',
    path: '/api/county/export',
    permission: 'county.setUp',
    summary: '把本县名册导出为同样格式的 Excel；原样再导入不会有任何改动',
    download: true,
    answer: z.unknown(),
  },
  previewImport: {
    method: 'POST',
    path: '/api/county/imports',
    permission: 'county.setUp',
    summary: '上传 Excel 预览：正文即文件；在后台读取和检查，什么都不改',
    query: z.object({
      fileName: z.string().trim().min(1).max(120),
      /** Of points whose row does not say. */
      datum: Datum.default('wgs84'),
      retireMissing: z.enum(['1']).optional(),
      clientId: ClientId,
    }),
    upload: true,
    answer: ImportView,
    status: 201,
  },
  listImports: {
    method: 'GET',
    path: '/api/county/imports',
    permission: 'county.setUp',
    summary: '最近的导入',
    answer: all(ImportRow),
  },
  getImport: {
    method: 'GET',
    path: '/api/county/imports/:id',
    permission: 'county.setUp',
    summary: '一次导入的进度、结果和逐行错误',
    params: IdParams,
    answer: ImportView,
  },
  applyImport: {
    method: 'POST',
    path: '/api/county/imports/:id/apply',
    permission: 'county.setUp',
    summary: '把预览过的内容写入：全部写入，或什么都不写',
    params: IdParams,
    answer: ImportView,
  },
} as const satisfies Record<string, Route>;
