/**
 * What a dispatcher types while a caller speaks, and which place is meant: `typed | township place`, by kind. Written by hand
 * before the search was. Where a name is borne twice, or several places fit, the township said or the plainer name decides.
 */
export const SEARCH_CASES: Readonly<Record<string, string>> = {
  characters: `
下陈村 | 横溪镇 下陈村
下陈 | 横溪镇 下陈村
下陈朱村 | 淡竹乡 下陈朱村
下陈朱 | 淡竹乡 下陈朱村
皤滩村 | 皤滩乡 皤滩村
市桥 | 安洲街道 市桥社区
西郭垟社区 | 安洲街道 西郭垟社区
杜婆桥 | 安洲街道 杜婆桥社区
全塘村 | 安洲街道 全塘村
完山头 | 安洲街道 完山头村
水孔头 | 南峰街道 水孔头社区
黄坦树社区 | 南峰街道 黄坦树社区
石板路村 | 南峰街道 石板路村
船山 | 南峰街道 船山村
月塘 | 福应街道 月塘社区
断桥上宅 | 福应街道 断桥上宅村
盂溪村 | 福应街道 盂溪村
项斯 | 福应街道 项斯村
五都潘 | 横溪镇 五都潘村
苍岭村 | 横溪镇 苍岭村
万丰林场 | 横溪镇 万丰林场生活区
十都英 | 埠头镇 十都英村
大陈坑 | 埠头镇 大陈坑村
厚仁中街 | 白塔镇 厚仁中街村
高迁 | 白塔镇 高迁村
岙里港 | 白塔镇 岙里港村
公盂 | 田市镇 公盂村
柯九思 | 田市镇 柯九思村
李西溪村 | 田市镇 李西溪村
增仁 | 官路镇 增仁村
画梅村 | 官路镇 画梅村
湖其园 | 下各镇 湖其园村
杨砩头 | 下各镇 杨砩头村
括苍山地 | 下各镇 括苍山地生活区
杨丰山 | 朱溪镇 杨丰山村
上王周 | 朱溪镇 上王周村
章乢 | 安岭乡 章乢村
麻车坑 | 溪港乡 麻车坑村
抱龙 | 湫山乡 抱龙村
大源村 | 淡竹乡 大源村
韦羌 | 皤滩乡 韦羌村
方山 | 上张乡 方山村
观音岩 | 步路乡 观音岩村
瓦垚头 | 广度乡 瓦垚头村
大战索 | 大战乡 大战索村
上料 | 双庙乡 上料村
神仙居 | 白塔镇 神仙居
白塔枢纽 | 白塔镇 白塔枢纽
仙居县人民医院 | 福应街道 仙居县人民医院
县政府 | 福应街道 县政府
双庙乡政府 | 双庙乡 双庙乡政府
横溪镇 | 横溪镇 横溪镇`,
  pinyin: `
xiachen | 横溪镇 下陈村
xiachencun | 横溪镇 下陈村
xia chen zhu | 淡竹乡 下陈朱村
potan | 皤滩乡 皤滩村
shiqiao | 安洲街道 市桥社区
xiguoyang | 安洲街道 西郭垟社区
dupoqiao | 安洲街道 杜婆桥社区
shuikongtou | 南峰街道 水孔头社区
shenggeng | 南峰街道 省耕社区
huangtanshu | 南峰街道 黄坦树社区
shibanlu | 南峰街道 石板路村
zhongqiaotou | 福应街道 中桥头社区
santiantian | 福应街道 三亩田村
sanmutian | 福应街道 三亩田村
yuxi | 福应街道 盂溪村
xiangsi | 福应街道 项斯村
cangling | 横溪镇 苍岭村
wudupan | 横溪镇 五都潘村
jiulongshan | 横溪镇 九龙山村
qiaoma | 横溪镇 巧麻村
duiyang | 埠头镇 对垟村
shiduying | 埠头镇 十都英村
muruoliao | 埠头镇 木若辽林场生活区
gaoqian | 白塔镇 高迁村
baozhu | 白塔镇 抱珠村
beiyuan | 白塔镇 北苑村
lizhai | 田市镇 李宅村
kejiusi | 田市镇 柯九思村
wangxing | 田市镇 望星村
huamei | 官路镇 画梅村
zhenbei | 官路镇 镇北村
guazhou | 下各镇 瓜洲村
yangpengtou | 下各镇 羊棚头村
huqiyuan | 下各镇 湖其园村
xiaxie | 下各镇 下各镇
yangfengshan | 朱溪镇 杨丰山村
xiajiaoao | 朱溪镇 下交岙村
shishe | 安岭乡 石舍村
shanglv | 安岭乡 上吕村
shanglyu | 安岭乡 上吕村
machekeng | 溪港乡 麻车坑村
jinzhuxi | 溪港乡 金竹溪村
yeyantou | 湫山乡 叶岩头村
dakengtou | 淡竹乡 大坑头村
weiqiang | 皤滩乡 韦羌村
tengshan | 上张乡 滕山村
guanyinyan | 步路乡 观音岩村
qianxun | 广度乡 千寻村
xiayexi | 大战乡 下叶溪村
jiefang | 双庙乡 解放村
shenxianju | 白塔镇 神仙居
xian | 福应街道 县前社区
renminyiyuan | 福应街道 仙居县人民医院`,
  initials: `
xcc | 横溪镇 下陈村
xczc | 淡竹乡 下陈朱村
sktsq | 南峰街道 水孔头社区
dpqsq | 安洲街道 杜婆桥社区
xgysq | 安洲街道 西郭垟社区
htssq | 南峰街道 黄坦树社区
dqszc | 福应街道 断桥上宅村
smtc | 福应街道 三亩田村
hxsjc | 横溪镇 横溪上街村
wdpc | 横溪镇 五都潘村
jlsc | 横溪镇 九龙山村
wflcshq | 横溪镇 万丰林场生活区
sdyc | 埠头镇 十都英村
mrllc | 埠头镇 木若辽林场生活区
hrzjc | 白塔镇 厚仁中街村
alg | 白塔镇 岙里港村
kjs | 田市镇 柯九思村
lxxc | 田市镇 李西溪村
hqyc | 下各镇 湖其园村
hrlb | 下各镇 怀仁路北村
yfs | 朱溪镇 杨丰山村
xjac | 朱溪镇 下交岙村
mck | 溪港乡 麻车坑村
jzx | 溪港乡 金竹溪村
yytc | 湫山乡 叶岩头村
ltsd | 湫山乡 莲台山地生活区
zmx | 皤滩乡 朱姆溪村
gyyc | 步路乡 观音岩村
wytc | 广度乡 瓦垚头村
cjksd | 双庙乡 长加坑山地生活区
sxj | 白塔镇 神仙居
rmyy | 福应街道 仙居县人民医院
xzf | 福应街道 县政府
hxz | 横溪镇 横溪镇`,
  mixed: `
hengxi下陈 | 横溪镇 下陈村
横溪xiachen | 横溪镇 下陈村
下chen | 横溪镇 下陈村
xia陈朱 | 淡竹乡 下陈朱村
下陈zhu | 淡竹乡 下陈朱村
heng溪下陈 | 横溪镇 下陈村
横溪xc | 横溪镇 下陈村
danzhu下叶 | 淡竹乡 下叶村
淡竹daken | 淡竹乡 大坑头村
guan音岩 | 步路乡 观音岩村
观yin岩村 | 步路乡 观音岩村
po滩 | 皤滩乡 皤滩村
杨feng山 | 朱溪镇 杨丰山村
杨fs | 朱溪镇 杨丰山村
瓦yao头 | 广度乡 瓦垚头村
章gai | 安岭乡 章乢村
杨fu头 | 下各镇 杨砩头村
yu溪村 | 福应街道 盂溪村
gong盂 | 田市镇 公盂村
柯jiusi | 田市镇 柯九思村
shuikong头 | 南峰街道 水孔头社区
杜po桥 | 安洲街道 杜婆桥社区
xiguo垟 | 安洲街道 西郭垟社区
厚仁zhongjie | 白塔镇 厚仁中街村
下各yangpengtou | 下各镇 羊棚头村
xiage羊棚头 | 下各镇 羊棚头村
sx居 | 白塔镇 神仙居
xiac | 横溪镇 下陈村
xchenzhu | 淡竹乡 下陈朱村
guanyiny | 步路乡 观音岩村`,
  'wrong characters': `
夏陈 | 横溪镇 下陈村
下沉村 | 横溪镇 下陈村
夏晨村 | 横溪镇 下陈村
下陈珠 | 淡竹乡 下陈朱村
横西 | 横溪镇 横溪镇
横西下陈 | 横溪镇 下陈村
恒溪镇下陈村 | 横溪镇 下陈村
柏塔高迁 | 白塔镇 高迁村
高千村 | 白塔镇 高迁村
婆滩 | 皤滩乡 皤滩村
市乔社区 | 安洲街道 市桥社区
西郭洋 | 安洲街道 西郭垟社区
西郭阳 | 安洲街道 西郭垟社区
杜坡桥 | 安洲街道 杜婆桥社区
完山投 | 安洲街道 完山头村
黄潭树 | 南峰街道 黄坦树社区
赵奥村 | 南峰街道 赵岙村
于溪村 | 福应街道 盂溪村
向斯 | 福应街道 项斯村
肖洋村 | 福应街道 肖垟村
苍领 | 横溪镇 苍岭村
余店村 | 横溪镇 俞店村
上江洋 | 横溪镇 上江垟村
五都攀 | 横溪镇 五都潘村
对阳村 | 埠头镇 对垟村
士都英 | 埠头镇 十都英村
富阳村 | 白塔镇 富垟村
奥里港 | 白塔镇 岙里港村
保珠村 | 白塔镇 抱珠村
公于 | 田市镇 公盂村
科九思 | 田市镇 柯九思村
双阳村 | 官路镇 双垟村
花梅村 | 官路镇 画梅村
杨福头 | 下各镇 杨砩头村
虎谈村 | 下各镇 虎坦村
羊朋头 | 下各镇 羊棚头村
下交奥 | 朱溪镇 下交岙村
洋丰山 | 朱溪镇 杨丰山村
马车坑 | 溪港乡 麻车坑村
安领乡 | 安岭乡 安岭乡
秋山乡 | 湫山乡 湫山乡
包龙村 | 湫山乡 抱龙村
为羌村 | 皤滩乡 韦羌村
腾山村 | 上张乡 滕山村
徐奥村 | 步路乡 徐岙村
瓦窑头 | 广度乡 瓦垚头村
格洋村 | 大战乡 格垟村
神仙局 | 白塔镇 神仙居
白塔书纽 | 白塔镇 白塔枢纽`,
  'half names and words around': `
下陈那边 | 横溪镇 下陈村
下陈村委会门口 | 横溪镇 下陈村
横溪镇下陈村委会门口 | 横溪镇 下陈村
下陈自然村 | 横溪镇 下陈村
仙居县横溪镇下陈村 | 横溪镇 下陈村
浙江省台州市仙居县横溪镇下陈村 | 横溪镇 下陈村
下陈村附近 | 横溪镇 下陈村
在下陈村口 | 横溪镇 下陈村
高迁古民居 | 白塔镇 高迁村
高迁村老年活动中心 | 白塔镇 高迁村
公盂村上去 | 田市镇 公盂村
市桥社区居委会 | 安洲街道 市桥社区
市桥社区这里 | 安洲街道 市桥社区
杜婆桥居委会 | 安洲街道 杜婆桥社区
黄坦树那里 | 南峰街道 黄坦树社区
水孔头村 | 南峰街道 水孔头社区
省耕小区 | 南峰街道 省耕社区
西门 | 安洲街道 西门社区
南门 | 南峰街道 南门社区
人民医院门口 | 福应街道 仙居县人民医院
县医院 | 福应街道 仙居县人民医院
仙居医院 | 福应街道 仙居县人民医院
神仙居停车场 | 白塔镇 神仙居
神仙居景区北门 | 白塔镇 神仙居
白塔高速口 | 白塔镇 台金高速白塔入口
横溪高速出口 | 横溪镇 台金高速横溪入口
仙居高速口 | 南峰街道 台金高速仙居入口
下各高速 | 下各镇 台金高速下各入口
万丰林场里面 | 横溪镇 万丰林场生活区
苗辽林场 | 上张乡 苗辽林场生活区
湖其园村对面 | 下各镇 湖其园村
怀仁路 | 下各镇 怀仁路北村
断桥 | 福应街道 断桥上宅村
厚仁 | 白塔镇 厚仁上街村
下崔 | 白塔镇 下崔上宅村
吴桥 | 田市镇 吴桥上村
杨丰山梯田 | 朱溪镇 杨丰山村
淡竹乡政府旁边 | 淡竹乡 淡竹乡政府
横溪派出所 | 横溪镇 横溪镇
观音岩水库 | 步路乡 观音岩村`,
  aliases: `
下垟底居委会 | 南峰街道 下垟底社区
孟溪 | 福应街道 盂溪村
番滩 | 皤滩乡 皤滩村
坎口村 | 福应街道 坑口村
大陈坎 | 埠头镇 大陈坑村
金董坎 | 皤滩乡 金董坑村
林坎 | 淡竹乡 林坑村
麻车坎 | 溪港乡 麻车坑村
赵坳 | 南峰街道 赵岙村
里坳 | 广度乡 里岙村
东坳 | 下各镇 东岙村
徐坳 | 步路乡 徐岙村
洋岙 | 田市镇 垟墺村
章弯 | 安岭乡 章乢村
zhangwan | 安岭乡 章乢村
杨坝头 | 下各镇 杨砩头村
五都墩 | 横溪镇 五都潘村
水碓头 | 南峰街道 水孔头社区
西罨寺 | 白塔镇 神仙居
xiyansi | 白塔镇 神仙居
城北医院 | 福应街道 仙居县人民医院
城北东路53号 | 福应街道 仙居县人民医院
环城西路50号 | 福应街道 县政府
仙居县人民政府 | 福应街道 县政府
白塔互通 | 白塔镇 白塔枢纽
S28白塔入口 | 白塔镇 台金高速白塔入口
s26神仙居入口 | 白塔镇 诸永高速神仙居入口
大坎头 | 淡竹乡 大坑头村
安洲街道办 | 安洲街道 安洲街道办事处
白塔镇人民政府 | 白塔镇 白塔镇政府`,
  'typing errors': `
xiahcen | 横溪镇 下陈村
xiachne | 横溪镇 下陈村
xachen | 横溪镇 下陈村
xiachenn | 横溪镇 下陈村
xiavhen | 横溪镇 下陈村
xiachemzhu | 淡竹乡 下陈朱村
dupoqaio | 安洲街道 杜婆桥社区
dupoqio | 安洲街道 杜婆桥社区
suikongtuo | 南峰街道 水孔头社区
shuikongtpu | 南峰街道 水孔头社区
huangtansu | 南峰街道 黄坦树社区
hunagtanshu | 南峰街道 黄坦树社区
shibnalu | 南峰街道 石板路村
xinagsi | 福应街道 项斯村
duanqiaoshngzhai | 福应街道 断桥上宅村
canglign | 横溪镇 苍岭村
canlging | 横溪镇 苍岭村
jiulonghsan | 横溪镇 九龙山村
jiulongshab | 横溪镇 九龙山村
wudpuan | 横溪镇 五都潘村
shiduyng | 埠头镇 十都英村
dachenkneg | 埠头镇 大陈坑村
hourenzhogjie | 白塔镇 厚仁中街村
goaqian | 白塔镇 高迁村
gaoqina | 白塔镇 高迁村
kejiusu | 田市镇 柯九思村
kejusi | 田市镇 柯九思村
yangpegntou | 下各镇 羊棚头村
yangpentou | 下各镇 羊棚头村
huqiyuna | 下各镇 湖其园村
yangfengshsn | 朱溪镇 杨丰山村
yangfnegshan | 朱溪镇 杨丰山村
xiajioaao | 朱溪镇 下交岙村
machekegn | 溪港乡 麻车坑村
machkeeng | 溪港乡 麻车坑村
jinzhuci | 溪港乡 金竹溪村
guanyinyab | 步路乡 观音岩村
guanyynyan | 步路乡 观音岩村
wanzhukuo | 皤滩乡 万竹口村
shenxianjv | 白塔镇 神仙居
shenxainju | 白塔镇 神仙居
hengxixiahcen | 横溪镇 下陈村
hegnxixiachen | 横溪镇 下陈村
renminyiyaun | 福应街道 仙居县人民医院`,
  'as it is spoken in the south': `
xiaceng | 横溪镇 下陈村
xiachengcun | 横溪镇 下陈村
sangcheng | 横溪镇 上陈村
suikongtou | 南峰街道 水孔头社区
sibanlu | 南峰街道 石板路村
hangtansu | 南峰街道 黄坦树社区
wangtanshu | 南峰街道 黄坦树社区
lanmen | 南峰街道 南门社区
zongqiaotou | 福应街道 中桥头社区
zhoulintou | 福应街道 周岩头社区
zouyantou | 福应街道 周岩头社区
dongsen | 福应街道 东盛村
canglin | 横溪镇 苍岭村
canlin | 横溪镇 苍岭村
siduyin | 埠头镇 十都英村
dacengken | 埠头镇 大陈坑村
qinfeng | 埠头镇 清风村
houlengzongjie | 白塔镇 厚仁中街村
senxianju | 白塔镇 神仙居
shengxianju | 白塔镇 神仙居
lizai | 田市镇 李宅村
wangxin | 田市镇 望星村
shuanyang | 官路镇 双垟村
zenbei | 官路镇 镇北村
fuqiyuan | 下各镇 湖其园村
fudan | 下各镇 虎坦村
futan | 下各镇 虎坦村
yangpentou | 下各镇 羊棚头村
zuxi | 朱溪镇 朱溪村
yanfengsan | 朱溪镇 杨丰山村
sise | 安岭乡 石舍村
shanlu | 安岭乡 上吕村
futou | 湫山乡 湖头村
lankeng | 淡竹乡 林坑村
ligang | 白塔镇 岙里港村
linken | 淡竹乡 林坑村
wanzukou | 皤滩乡 万竹口村
guangyingyan | 步路乡 观音岩村
jintang | 步路乡 圣塘村
zaoyang | 广度乡 朝阳村
caoyang | 广度乡 朝阳村
横溪下城 | 横溪镇 下陈村
下城村 | 横溪镇 下陈村
官映岩 | 步路乡 观音岩村`,
  'road marks': `
G351 K205 | @G351-K205
g351k205 | @G351-K205
G351K205 | @G351-K205
351国道205公里 | @G351-K205
351国道205公里处 | @G351-K205
国道351 205公里 | @G351-K205
351国道K205+000 | @G351-K205
351guodao205 | @G351-K205
G351 205km | @G351-K205
s28 k95 | @S28-K95
S28 95公里处 | @S28-K95
台金高速95公里 | @S28-K95
台金高速K95+300 | @S28-K95.3
台金高速k95 | @S28-K95
台金高速公路95公里处往仙居方向 | @S28-K95
S28台金高速90公里 | @S28-K90
台金90公里 | @S28-K90
taijin90 | @S28-K90
台金高速仙居方向85公里加500米 | @S28-K85.5
G351 K207 | @G351-K207
351国道212公里 | @G351-K212
三五一国道二百一十公里 | @G351-K210
G351国道K220 | @G351-K220
G351 225 | @G351-K225
省道28 K80 | @S28-K80
台金高速八十公里 | @S28-K80
351国道k 230 | @G351-K230
下各镇351国道205公里 | @G351-K205`,
  'with the township': `
横溪下陈 | 横溪镇 下陈村
下陈横溪 | 横溪镇 下陈村
下陈村横溪镇 | 横溪镇 下陈村
横溪镇 下陈 | 横溪镇 下陈村
hxxc | 横溪镇 下陈村
hxxcc | 横溪镇 下陈村
hengxixiachen | 横溪镇 下陈村
xiachenhengxi | 横溪镇 下陈村
福应岭下 | 福应街道 岭下村
下各下垟 | 下各镇 下垟村
白塔永安 | 白塔镇 永安村
官路永兴 | 官路镇 永兴村
安岭上宅 | 安岭乡 上宅村
双庙上王 | 双庙乡 上王村
朱溪岭上 | 朱溪镇 岭上村
tianshidongzhou | 田市镇 东周村
田市镇东旭 | 田市镇 东旭村
btgq | 白塔镇 高迁村
btgqc | 白塔镇 高迁村
埠头九都 | 埠头镇 九都村
埠头镇上九都 | 埠头镇 上九都村
湫山溪东 | 湫山乡 溪东村
下各南山 | 下各镇 南山村
xiagenanshan | 下各镇 南山村
步路七里 | 步路乡 七里村
bulu七里 | 步路乡 七里村
大战温泉 | 大战乡 温泉村
dazhanwenquan | 大战乡 温泉村
dzwq | 大战乡 温泉村
广度祖庙 | 广度乡 祖庙村
上张方山 | 上张乡 方山村
szfs | 上张乡 方山村
溪港安山 | 溪港乡 安山村
皤滩山下 | 皤滩乡 山下村
potanshanxia | 皤滩乡 山下村
福应街道东盛 | 福应街道 东盛村
南峰南门 | 南峰街道 南门社区
福应大路村 | 福应街道 大路村
福应医院 | 福应街道 仙居县人民医院`,
};

export interface SearchCase {
  kind: string;
  typed: string;
  /** `township place`, or `@code`. */
  meant: string;
}

export const searchCases = (): SearchCase[] =>
  Object.entries(SEARCH_CASES).flatMap(([kind, lines]) =>
    lines
      .trim()
      .split('\n')
      .map((line) => {
        const [typed, meant] = line.split(' | ') as [string, string];
        return { kind, typed, meant };
      }),
  );
