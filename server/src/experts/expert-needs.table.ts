import type { ExpertCategory } from '@liandong/shared/expert';

/** Whom a type of incident needs: the category, the fields (found in an expert's own words), and what is asked of them. */
export interface ExpertNeed {
  category: ExpertCategory;
  fields: readonly string[];
  task: string;
}

/** By type of incident; the first field is the one most needed. 本县约定 */
export const NEEDS: Readonly<Record<string, ExpertNeed>> = {
  landslide: { category: '自然灾害', fields: ['地质灾害', '边坡', '岩土'], task: '研判边坡稳定与再次滑坡的风险' },
  road_collapse: {
    category: '自然灾害',
    fields: ['边坡', '岩土', '桥梁', '隧道', '地质灾害'],
    task: '研判塌陷原因与抢通办法',
  },
  flood: { category: '自然灾害', fields: ['水文', '洪水', '水库', '大坝', '气象'], task: '研判水情与转移范围' },
  forest_fire: { category: '自然灾害', fields: ['森林防火', '气象'], task: '研判火势与扑救路线' },
  house_collapse: { category: '自然灾害', fields: ['房屋安全', '地震', '岩土'], task: '研判房屋结构与搜救安全' },
  hazmat_leak: { category: '事故灾难', fields: ['危险化学品', '环境污染'], task: '研判泄漏物与处置、警戒范围' },
  gas_leak: { category: '事故灾难', fields: ['燃气', '特种设备', '危险化学品'], task: '研判泄漏与关阀、警戒范围' },
  mine_accident: { category: '事故灾难', fields: ['矿山', '岩土'], task: '研判井下情况与救援方案' },
  building_fire: { category: '事故灾难', fields: ['火灾', '房屋安全'], task: '研判火势与建筑结构安全' },
  vehicle_fire: { category: '事故灾难', fields: ['火灾', '危险化学品'], task: '研判火势与所载货物' },
  traffic_accident_injury: { category: '事故灾难', fields: ['道路交通', '急救'], task: '指导伤员救治与现场处置' },
  power_outage: { category: '事故灾难', fields: ['电力'], task: '研判故障与抢修方案' },
  environmental_pollution: { category: '事故灾难', fields: ['环境污染', '危险化学品'], task: '研判污染物与扩散范围' },
  food_poisoning: { category: '公共卫生', fields: ['食物中毒', '急救', '重症'], task: '指导救治与溯源采样' },
  epidemic: { category: '公共卫生', fields: ['传染病', '重症'], task: '研判疫情与防控范围' },
  animal_epidemic: { category: '公共卫生', fields: ['动物疫病', '植物疫病'], task: '研判疫情与封锁、处置范围' },
  medical_emergency: { category: '公共卫生', fields: ['急救', '重症'], task: '指导现场救治' },
  suicide_attempt: { category: '公共卫生', fields: ['心理', '谈判'], task: '指导劝解与心理干预' },
  mass_gathering: { category: '社会安全', fields: ['群体性事件', '谈判', '法律'], task: '研判诉求与处置策略' },
  medical_dispute: { category: '社会安全', fields: ['医患纠纷', '法律', '谈判'], task: '指导调解与法律适用' },
  violent_terror: { category: '社会安全', fields: ['反恐', '谈判'], task: '研判威胁与处置方案' },
  online_rumour: { category: '社会安全', fields: ['网络', '新闻发布'], task: '研判舆情与发布口径' },
};

/** For a type the table does not know. */
export const ANY_NEED: ExpertNeed = { category: '综合管理', fields: ['应急指挥'], task: '提供专业意见' };

/** A major incident needs these too. */
export const MAJOR_FIELDS: readonly string[] = ['应急指挥', '新闻发布'];
