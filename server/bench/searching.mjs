import { indexOf, searchPlaces } from '../dist/places/search.rules.js';
import { inTurns, percentile, timeEach } from './measure.mjs';
import { figure } from './rows.mjs';

const HEADS = [...'上下前后里外东西南北大小新老石溪岭坑岙垟塘坦桥山林田水金龙方'];
const MIDDLES = [...'陈王李张朱吴周郑徐杨叶潘沈罗金项应俞顾蒋'];
const TAILS = ['头', '坑', '岙', '垟', '塘', '坦', '桥', '岸', '溪', '园', '宅', '庄', '店', '口'];
const TOWNS = ['安洲街道', '横溪镇', '白塔镇', '田市镇', '官路镇', '下各镇', '朱溪镇', '湫山乡', '淡竹乡', '皤滩乡'];

/** `count` villages as the region names them, every fifth with an alias. */
function generated(count) {
  return Array.from({ length: count }, (_, at) => {
    const name =
      HEADS[at % HEADS.length] +
      MIDDLES[Math.floor(at / HEADS.length) % MIDDLES.length] +
      TAILS[Math.floor(at / (HEADS.length * MIDDLES.length)) % TAILS.length];
    return {
      code: `B${at}`,
      name: `${name}村`,
      aliases: at % 5 === 0 ? [`${name}自然村`] : [],
      kind: 'village',
      townshipCode: String(at % TOWNS.length),
      townshipName: TOWNS[at % TOWNS.length],
      location: { lon: 120.7, lat: 28.8 },
      grade: 'D',
    };
  });
}

/** Every kind of typing in turn: characters, homophones, pinyin, initials, mixed, slips, with the township, words around. */
const QUERIES = [
  '下陈塘',
  '夏沉塘',
  'xiachentang',
  'xct',
  'xia陈塘',
  'xiahcentang',
  '横溪镇下陈塘村委会门口',
  'hengxixiachentang',
  'hxxct',
  '石王',
  'shi',
  'dongzhngkou',
  'sangchengken',
  '仙居县白塔镇南山头那边',
  '351国道205公里',
  'linxiangqiao',
];

const TIMES = 400;
/** A search goes on while words are typed: it may not be felt. */
const MOST_MS = 10;

/** Search a gazetteer of 5,000 places; the floor looks through all names for the characters and knows nothing else. */
export async function searching() {
  const places = generated(5000);
  const index = indexOf(places);
  const asked = (search) => async () => {
    let at = 0;
    const samples = await timeEach(TIMES, () => search(QUERIES[at++ % QUERIES.length]));
    return percentile(samples, 0.95);
  };
  const sides = {
    ours: asked((query) => searchPlaces(index, query, 8)),
    floor: asked((query) => places.filter(({ name }) => name.includes(query)).slice(0, 8)),
  };
  for (const side of Object.values(sides)) await side();
  const found = await inTurns(5, sides);
  return [{ ...figure('gazetteer search, p95', 'ms', null, found, (p95) => p95), most: MOST_MS }];
}
