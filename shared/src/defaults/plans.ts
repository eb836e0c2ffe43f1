/** A plan a county begins with: no team's code in it. `steps`: in call order; `local` is the team of the incident's township. */
export interface DefaultPlan {
  typeCode: string;
  /** `local`, or a specialty whose nearest team is called. */
  steps: readonly string[];
  /** What the teams are asked to do; short, because it travels in an SMS. */
  taskText: string;
  /** People wanted at the scene; null: as many as come. */
  requiredStrength: number | null;
}

type Row = readonly [typeCode: string, steps: string, taskText: string, strength?: number];

const ROWS: readonly Row[] = [
  ['traffic_accident_injury', 'medical comprehensive_rescue local transport', '救治伤员，破拆救人，疏导交通'],
  ['traffic_accident_minor', 'local transport', '疏导交通，清理路面'],
  ['road_collapse', 'transport local geology', '封闭道路，设警示，抢通便道'],
  ['vehicle_fire', 'comprehensive_rescue local medical', '扑灭火情，救治伤员'],
  ['landslide', 'geology local comprehensive_rescue medical', '搜救被困人员，监测山体，转移群众', 30],
  ['flood', 'flood local comprehensive_rescue militia', '转移群众，排涝抢险', 40],
  ['forest_fire', 'forest_fire local comprehensive_rescue militia', '扑打山火，开隔离带，转移群众', 60],
  ['house_collapse', 'comprehensive_rescue medical local', '搜救被埋人员，警戒现场', 30],
  ['building_fire', 'comprehensive_rescue local medical power', '灭火救人，断电警戒'],
  ['hazmat_leak', 'mine_hazmat comprehensive_rescue environment medical local', '警戒疏散，堵漏监测', 20],
  ['mine_accident', 'mine_hazmat comprehensive_rescue medical local', '搜救被困矿工，监测气体', 30],
  ['gas_leak', 'utilities comprehensive_rescue local', '关阀堵漏，禁火疏散'],
  ['power_outage', 'power', '排险抢修，恢复供电'],
  ['water_outage', 'utilities', '抢修管网，应急送水'],
  ['environmental_pollution', 'environment local', '查明污染源，采样截污'],
  ['drowning', 'comprehensive_rescue local medical', '水域搜救，现场急救'],
  ['mountain_lost', 'comprehensive_rescue local medical', '上山搜救，联系被困人员', 20],
  ['suicide_attempt', 'comprehensive_rescue medical local social_relief', '劝导稳控，铺设气垫，防坠救人'],
  ['medical_emergency', 'medical', '现场急救，转送医院'],
  ['person_missing', 'local social_relief', '组织搜寻，核实走失人信息', 20],
  ['elevator_trapped', 'comprehensive_rescue', '安抚被困人员，开门救人'],
  ['public_help', 'local', '到场帮助处置'],
  ['street_relief', 'social_relief', '核实身份，妥善安置'],
  ['food_poisoning', 'medical food_drug epidemic_control', '救治病人，封存食品，采样溯源'],
  ['epidemic', 'epidemic_control medical local', '流调采样，隔离消毒'],
  ['animal_epidemic', 'animal_plant_epidemic local', '封锁采样，无害化处理'],
  ['mass_gathering', 'crowd_control local public_opinion', '维持秩序，劝导疏散', 30],
  ['medical_dispute', 'crowd_control local', '隔离双方，引导依法调解'],
  ['violent_terror', 'counter_terror medical crowd_control militia', '控制现场，处置嫌疑人，救治伤员', 30],
  ['public_order', 'local', '到场劝解，化解纠纷'],
  ['online_rumour', 'public_opinion', '核查事实，及时回应'],
  ['city_management', 'city_management', '到场整治，消除隐患'],
];

/** A plan for every type but 其他. Which specialties, in what order, how many people: 本县约定, editable. */
export const DEFAULT_PLANS: readonly DefaultPlan[] = ROWS.map(([typeCode, steps, taskText, strength]) => ({
  typeCode,
  steps: steps.split(' '),
  taskText,
  requiredStrength: strength ?? null,
}));
