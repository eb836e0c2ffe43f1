import { describe, expect, test } from '@jest/globals';
import { INCIDENT_TYPES } from '@liandong/seed/xianju/incident-types';
import { classify } from './classify.rules.js';

const first = (narrative: string) => classify(narrative, INCIDENT_TYPES)[0];
const type = (code: string) => INCIDENT_TYPES.find((each) => each.code === code)!;

const CALLS: [narrative: string, code: string][] = [
  ['下各这边有个骑电瓶车的被大货车撞到人了，在流血', 'traffic_accident_injury'],
  ['一辆三轮车翻车了，司机压在下面', 'traffic_accident_injury'],
  ['车子掉下去了，在路下面的田里', 'traffic_accident_injury'],
  ['两车相撞，人没事，就是路堵了', 'traffic_accident_minor'],
  ['环城南路追尾了，要交警来一下', 'traffic_accident_minor'],
  ['停车的时候刮擦了，对方不肯走', 'traffic_accident_minor'],
  ['去安岭的路塌了，车过不去', 'road_collapse'],
  ['山边有落石，把路砸了个坑', 'road_collapse'],
  ['高速口有辆货车着火', 'vehicle_fire'],
  ['车子自燃了，轮胎在烧', 'vehicle_fire'],
  ['横溪镇下陈村山体滑坡，2人被困', 'landslide'],
  ['我们后山裂缝越来越大，下雨怕塌', 'landslide'],
  ['泥石流冲下来了', 'landslide'],
  ['永安溪涨大水了，地下室水进屋了', 'flood'],
  ['老街内涝，水到膝盖', 'flood'],
  ['清明上坟起火，山上烧起来了', 'forest_fire'],
  ['对面山上着火，火很大', 'forest_fire'],
  ['村里老屋倒了，不知道里面有没有人', 'house_collapse'],
  ['工地坍塌，压了两个工人', 'house_collapse'],
  ['三楼家里着火，浓烟很大', 'building_fire'],
  ['塑料厂仓库起火', 'building_fire'],
  ['工业区刺鼻气味，眼睛睁不开', 'hazmat_leak'],
  ['一辆槽罐车泄漏，白烟很大', 'hazmat_leak'],
  ['萤石矿冒顶，里面有三个人', 'mine_accident'],
  ['楼道里煤气味很重', 'gas_leak'],
  ['挖机把天然气管挖破，管道漏气', 'gas_leak'],
  ['整个村停电了，变压器响了一声', 'power_outage'],
  ['电线掉下来横在路上', 'power_outage'],
  ['小区停水一天了', 'water_outage'],
  ['有厂偷排，溪水变色了', 'environmental_pollution'],
  ['小孩在水库溺水了', 'drowning'],
  ['有人落水，在大桥下面', 'drowning'],
  ['我们几个驴友在山里迷路了，天黑了', 'mountain_lost'],
  ['有个女的站在楼顶，想不开', 'suicide_attempt'],
  ['我妈喝农药了，快来', 'suicide_attempt'],
  ['我爸突然晕倒，叫救护车', 'medical_emergency'],
  ['老婆要生了，路上堵着', 'medical_emergency'],
  ['我家老人不见了，早上出去没回来', 'person_missing'],
  ['小孩走丢了，五岁，红衣服', 'person_missing'],
  ['关在电梯里出不来', 'elevator_trapped'],
  ['小区电梯卡住，里面有个老太', 'elevator_trapped'],
  ['我被锁在门外了，煮着东西', 'public_help'],
  ['屋檐下有个马蜂窝', 'public_help'],
  ['桥洞下有个流浪的，天太冷', 'street_relief'],
  ['吃喜酒回来一家人上吐下泻', 'food_poisoning'],
  ['采野蘑菇吃了，肚子痛', 'food_poisoning'],
  ['幼儿园诺如，停了两个班', 'epidemic'],
  ['溪边扔了好几头死猪', 'animal_epidemic'],
  ['一帮工人堵门拉横幅，说要讨薪', 'mass_gathering'],
  ['病人家属在医院闹，说治死人了', 'medical_dispute'],
  ['有个人持刀在菜场里', 'violent_terror'],
  ['夜宵摊打架，七八个人', 'public_order'],
  ['手机里接到个电话，被骗两万块', 'public_order'],
  ['抖音发了一个水库要垮的视频，是谣言', 'online_rumour'],
  ['路口井盖没了', 'city_management'],
  ['我要投诉一下', 'other'],
];

describe('what callers say and what is proposed first', () => {
  test.each(CALLS)('%s: %s', (narrative, code) => {
    expect(first(narrative)?.code).toBe(code);
  });

  test('every type of the county is found by some call', () => {
    expect(new Set(CALLS.map(([, code]) => code))).toEqual(new Set(INCIDENT_TYPES.map(({ code }) => code)));
  });

  test.each(INCIDENT_TYPES.map(({ code, name }) => [name, code]))(
    '%s, the name of a type, finds that type',
    (name, code) => {
      expect(first(name)?.code).toBe(code);
      expect(first(`下陈村${name}`)?.code).toBe(code);
    },
  );

  test('full-width and half-width letters are the same', () => {
    expect(first('３楼着火')?.code).toBe('building_fire');
    expect(first('交通事故(有伤亡)')?.code).toBe('traffic_accident_injury');
  });

  test.each(['', '喂？', '麻烦来一下', '在下陈村'])('%j speaks of nothing known: nothing is proposed', (narrative) => {
    expect(classify(narrative, INCIDENT_TYPES)).toEqual([]);
  });
});

describe('best first', () => {
  test('the longest keyword wins and the weaker hits follow', () => {
    expect(classify('山上着火，浓烟，还停电了', INCIDENT_TYPES).map(({ code }) => code)).toEqual([
      'forest_fire',
      'building_fire',
      'power_outage',
    ]);
  });

  test('a keyword inside a longer one of the same type says nothing more', () => {
    expect(first('横溪镇山体滑坡')?.because).toEqual(['山体滑坡']);
  });

  test('of equally long keywords the more win', () => {
    const words = (code: string, ...keywords: string[]) => ({
      code,
      name: code,
      keywords,
      defaultSeverity: 'IV' as const,
    });
    const types = [words('a', '停水'), words('b', '停电', '没电')];
    expect(classify('停水停电没电', types).map(({ code }) => code)).toEqual(['b', 'a']);
  });
});

describe('severity', () => {
  test('is the type’s own when nobody is hurt', () => {
    for (const code of ['landslide', 'traffic_accident_minor', 'violent_terror']) {
      const { keywords, defaultSeverity } = type(code);
      expect(first(keywords[0]!)?.severity).toBe(defaultSeverity);
    }
  });

  test.each([
    ['横溪镇下陈村山体滑坡，2人被困', 'II'],
    ['山体滑坡，房子埋了', 'II'],
    ['追尾，一人昏迷', 'III'],
    ['工地坍塌，有人重伤', 'II'],
    ['翻车了，好像有人死了', 'III'],
    ['爆炸物炸了，有伤亡', 'II'],
    ['有人持刀，砍死一个', 'II'],
  ])('somebody trapped, buried, hurt or dead raises it by one, to II at most: %s is %s', (narrative, severity) => {
    expect(first(narrative)?.severity).toBe(severity);
  });

  test.each([
    ['溪边扔了好几头死猪', 'IV'],
    ['溪水变色，全是死鱼', 'IV'],
    ['养鸡场死了很多鸡', 'IV'],
    ['养殖场猪都死了，像猪瘟', 'IV'],
    ['隔壁噪音，吵死了', 'IV'],
    ['追尾，没有人员伤亡', 'IV'],
    ['山体滑坡，无人员被困', 'III'],
    ['山体滑坡，没人被埋', 'III'],
  ])('what says of nobody that he is trapped or dead does not: %s stays %s', (narrative, severity) => {
    expect(first(narrative)?.severity).toBe(severity);
  });

  test.each([
    ['山体滑坡，一户没被埋，还有两人被困', 'II'],
    ['死猪旁边有人死了', 'III'],
    ['老屋倒了，有没有人被埋不清楚', 'II'],
    ['山体滑坡，不知有无人员被困', 'II'],
  ])('but one such word does not hide another: %s is %s', (narrative, severity) => {
    expect(first(narrative)?.severity).toBe(severity);
  });
});
