/** What a team can do: code → Chinese label. Teams, members and incident types use only these codes: 本县约定. */
export const SPECIALTIES = {
  comprehensive_rescue: '综合救援',
  fire_fighting: '灭火救援',
  water_rescue: '水域救援',
  mountain_rescue: '山地搜救',
  medical: '医疗救护',
  militia: '民兵支援',
  local: '属地处置',
  counter_terror: '反恐防暴',
  crowd_control: '群体性事件处置',
  flood: '防汛抗旱',
  forest_fire: '森林消防',
  geology: '地质灾害',
  mine_hazmat: '矿山危化',
  city_management: '城市综合执法',
  power: '供电保障',
  utilities: '供排水供气保障',
  transport: '交通设施保障',
  food_drug: '食品药品',
  epidemic_control: '卫生防疫',
  environment: '环境保护',
  animal_plant_epidemic: '动植物疫情',
  social_relief: '社会救助',
  public_opinion: '网络舆情',
  expert_advice: '专家咨询',
} as const;
export type Specialty = keyof typeof SPECIALTIES;

/** The same, asked with any text. */
export const SPECIALTY_WORDS: Readonly<Record<string, string>> = SPECIALTIES;
