import { personName, personPhone } from './members.js';
import type { ExpertSeed } from './types.js';

/** Five categories by the document; which fields and how many of each: 本县约定. */
const FIELDS: Readonly<Record<ExpertSeed['category'], readonly string[]>> = {
  自然灾害: [
    '地质灾害防治',
    '边坡与岩土工程',
    '水文与洪水预报',
    '水库大坝安全',
    '气象与台风',
    '森林防火',
    '地震与房屋安全',
  ],
  事故灾难: [
    '危险化学品处置',
    '矿山安全',
    '火灾扑救',
    '道路交通事故',
    '桥梁隧道工程',
    '电力设施',
    '燃气与特种设备',
    '环境污染处置',
  ],
  公共卫生: ['急救与创伤', '重症医学', '传染病防控', '食物中毒', '心理危机干预', '动物疫病', '植物疫病'],
  社会安全: ['群体性事件处置', '反恐防暴', '谈判与危机沟通', '医患纠纷调解', '网络与信息安全'],
  综合管理: ['应急指挥', '应急通信', '物资与后勤保障', '法律事务', '新闻发布', '灾后评估'],
};

/** The 33 experts (应急专家组) in five categories. Number and categories: 文件依据; the people are placeholders. */
export const EXPERTS: readonly ExpertSeed[] = (Object.keys(FIELDS) as ExpertSeed['category'][])
  .flatMap((category) => FIELDS[category].map((specialty) => ({ category, specialty })))
  .map(({ category, specialty }, sequence) => ({
    name: personName(sequence),
    category,
    specialty,
    phone: personPhone(sequence),
  }));
