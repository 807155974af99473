import { type ListingField, listingFields } from "@sevenstar/core/listing/listing-fields";

/** The columns of the sample listings, in the order of the sheet. */
export const SAMPLE_FIELDS = [
  "offerId",
  "title",
  "category",
  "attrRequired",
  "attrFilled",
  "attrCustom",
  "imageCount",
  "imageWidth",
  "imageHeight",
  "realPhoto",
  "logoPosition",
  "logoWidth",
  "logoHeight",
  "videoSeconds",
  "onlineOrder",
  "price",
  "moq",
  "stock",
  "unit",
  "detail1",
  "detail2",
  "detail3",
  "detail4",
  "detail5",
  "detail6",
  "sales",
] as const satisfies readonly ListingField[];

type SampleField = (typeof SAMPLE_FIELDS)[number];
type SampleCell = string | number;
type Sample = Readonly<Record<SampleField, SampleCell>>;

/** The header row of the sample listings. */
export const SAMPLE_HEADERS = SAMPLE_FIELDS.map((field) => listingFields[field].header);

/** What a listing has where it is not said otherwise: every check passes. */
const DONE = {
  attrRequired: 10,
  attrFilled: 10,
  attrCustom: 2,
  imageCount: 5,
  imageWidth: 800,
  imageHeight: 800,
  realPhoto: "是",
  logoPosition: "无",
  logoWidth: "",
  logoHeight: "",
  videoSeconds: 45,
  onlineOrder: "是",
  detail1: "是",
  detail2: "是",
  detail3: "是",
  detail4: "是",
  detail5: "是",
  detail6: "是",
} as const;

const trade =
  (category: string, unit: string) =>
  (
    title: string,
    price: SampleCell,
    moq: SampleCell,
    stock: SampleCell,
    sales: number,
    changes: Partial<Sample> = {},
  ): Omit<Sample, "offerId"> => ({ ...DONE, title, category, unit, price, moq, stock, sales, ...changes });

const clothes = trade("服装", "件");
const home = trade("家居百货", "个");
const tools = trade("五金工具", "把");
const digital = trade("数码配件", "个");
const beauty = trade("美妆工具", "套");
const toys = trade("玩具", "盒");
const packing = trade("食品包装", "个");
const bags = trade("箱包", "个");
const pets = trade("宠物用品", "个");

const LOGO = { logoPosition: "左上", logoWidth: 180, logoHeight: 120 };
const NO_VIDEO = { videoSeconds: "" };
const UNKNOWN_DETAILS = { detail1: "", detail2: "", detail3: "", detail4: "", detail5: "", detail6: "" };

const samples: readonly Omit<Sample, "offerId">[] = [
  clothes("春秋新款男士连帽卫衣加绒加厚宽松休闲运动套装情侣款工厂批发", 39.8, 2, 3600, 812),
  clothes("夏季冰丝阔腿裤女高腰垂感显瘦直筒薄款防晒休闲裤一件代发批发", 22.5, 3, 5200, 1460, LOGO),
  clothes("纯棉重磅圆领短袖T恤男女同款宽松打底衫文化衫定制印图案工厂", 15.9, 5, 9800, 2380, {
    videoSeconds: "0:38",
  }),
  clothes("秋冬仿水貂绒半高领毛衣女慵懒风内搭针织衫加厚保暖外穿新款潮", 46, 2, 860, 305, {
    onlineOrder: "否",
  }),
  clothes("儿童连体睡衣秋冬法兰绒加厚卡通动物造型亲子装男女童家居服套装", 32.8, 2, 1500, 96, NO_VIDEO),
  clothes("全网最低价女装连衣裙春夏新款碎花法式茶歇裙收腰显瘦气质长裙潮", 28, 2, 740, 188),
  clothes("男士商务休闲裤", 35, 2, 1200, 41, { attrFilled: 7 }),
  clothes("高弹力瑜伽裤女提臀紧身速干健身跑步训练九分裤口袋款跨境外贸货", 26.6, 2, 2100, 533, {
    imageCount: 2,
    detail5: "否",
  }),
  home("加厚大号不锈钢沥水篮厨房洗菜盆家用圆形漏盆淘米筛水果篮批发价", 12.8, 10, 6400, 920),
  home("北欧风陶瓷餐具套装家用碗盘碟子组合简约釉下彩乔迁礼盒送礼整箱", 68, 4, 480, 75, {
    ...LOGO,
    logoWidth: 320,
    logoHeight: 260,
  }),
  home("壁挂式免打孔浴室置物架太空铝卫生间毛巾架洗漱用品收纳架三层款", 24.9, 6, 2600, 648, {
    realPhoto: "否",
  }),
  home("家用透明密封罐五谷杂粮储物罐厨房收纳盒防潮塑料食品级卡扣大号", 6.8, 20, 18000, 3105),
  home("抽屉式衣物收纳箱可折叠布艺牛津布防尘防潮百纳箱整理箱子加厚款", 18.5, 5, "", 260),
  home("最好用的拖把免手洗平板拖把家用一拖净懒人干湿两用吸水地拖神器", 16.2, 10, 3300, 1180, {
    attrCustom: 5,
  }),
  home("硅藻泥吸水脚垫浴室防滑速干卫生间门口地垫软垫家用厕所进门垫子", 9.9, 10, 5200, 1502, {
    imageWidth: 600,
    imageHeight: 600,
  }),
  home("简约创意桌面纸巾盒客厅茶几多功能遥控器收纳盒抽纸盒定制广告字", 8.6, 20, 7800, 405, {
    attrRequired: "",
    attrFilled: "",
  }),
  tools("工业级锂电冲击钻家用多功能充电手电钻电动螺丝刀工具箱套装整套", 168, 1, 620, 214, { ...LOGO }),
  tools("铬钒钢棘轮快速扳手两用开口梅花扳手省力汽修五金工具套装十二件", 86, 2, 940, 137),
  tools("加长加硬螺丝批套装强磁十字一字多功能家用维修工具螺丝刀组合装", 19.9, 10, 4100, 866, {
    detail2: "否",
  }),
  tools("不锈钢钢丝钳老虎钳尖嘴钳斜口钳八寸电工专用钳子省力型工业级别", 14.5, 12, 3800, 720, {
    attrCustom: 0,
  }),
  tools("激光测距仪高精度红外线手持电子尺量房仪装修测量工具语音播报款", 79, 1, 0, 58, {
    attrCustom: "",
  }),
  tools("家用人字梯加厚折叠室内多功能铝合金梯子四步五步便携工程梯批发", 95, 2, 360, 83, {
    unit: "",
  }),
  tools("绝对耐用重型膨胀螺丝批发国标镀锌拉爆螺栓加长外膨胀铁钉建筑用", 0.35, 500, 260000, 5120, {
    unit: "颗",
    videoSeconds: 95,
  }),
  tools("手动打胶枪省力型玻璃胶枪美缝剂施工工具家装结构胶压胶枪硅胶枪", 11.2, 24, 2750, 391, {
    ...UNKNOWN_DETAILS,
  }),
  digital("透明防摔手机壳适用多机型全包软壳气囊边框简约潮牌个性定制批发", 3.2, 50, 42000, 8840, {
    unit: "个",
  }),
  digital("六十六瓦超级快充数据线编织耐用充电线适用安卓双头车载闪充加长", 4.6, 30, 26000, 6021, { ...LOGO }),
  digital("无线蓝牙耳机入耳式降噪运动超长续航跑步适用安卓通用礼品定制款", 29.9, 5, 3100, 1204, {
    onlineOrder: "否",
    detail3: "否",
  }),
  digital("桌面手机支架懒人支架铝合金折叠便携平板电脑支撑架直播通用批发", 7.9, 20, 8600, 2210),
  digital("两万毫安充电宝", 45, 3, 1800, 602, { imageCount: 6 }),
  digital("机械键盘有线电竞游戏八十七键热插拔客制化办公专用打字键盘鼠标", 89, 2, 520, 149, {
    realPhoto: "",
  }),
  digital("高清钢化膜防窥全屏覆盖防指纹手机贴膜适用多型号秒贴盒无尘仓装", 2.8, 100, 65000, 9920, {
    unit: "片",
    detail5: "否",
    detail6: "否",
  }),
  digital("", 15.8, 10, 700, 36, { category: "数码配件" }),
  digital("车载蓝牙接收器转换器无损音质免提通话汽车音响适配器通用型新品", "¥26.50", 5, 900, 88),
  beauty("十二支化妆刷套装初学者全套眼影刷散粉刷腮红刷软毛刷便携收纳包", 18.8, 6, 4300, 1377),
  beauty("美妆蛋不吃粉超软海绵粉扑套装干湿两用葫芦斜切彩妆蛋盒装批发价", 5.5, 20, 12000, 4016, {
    unit: "盒",
  }),
  beauty("电动睫毛卷翘器加热烫睫毛神器便携持久定型充电式美妆工具女生款", 24, 5, 1600, 269, NO_VIDEO),
  beauty("顶级修眉刀套装安全初学者男女士专用刮眉刀片防刮伤眉毛修剪工具", 2.9, 50, 21000, 3544),
  beauty("便携化妆镜台式带灯补光梳妆镜学生宿舍折叠桌面美妆镜子充电款式", 21.6, 10, 2400, 517, {
    imageHeight: 700,
    attrFilled: 9,
  }),
  beauty("指甲剪套装", 9.8, 20, 5600, 940, { onlineOrder: "" }),
  beauty("假发片蓬松头顶补发隐形无痕女士短发贴片遮白发轻薄透气手织定制", 58, 2, 680, 121, { attrCustom: 4 }),
  toys("儿童积木拼装益智大颗粒男孩女孩宝宝早教玩具礼物桶装百变造型屋", 36, 6, 2900, 1033),
  toys("惯性工程车挖掘机套装超大号耐摔男孩玩具车推土机模型儿童礼物盒", 27.5, 8, 1750, 688, {
    ...LOGO,
    logoPosition: "其他",
  }),
  toys("毛绒玩偶可爱小熊抱枕公仔女生睡觉布娃娃生日礼物定制企业吉祥物", 19.8, 10, 3600, 1526, {
    unit: "只",
  }),
  toys("磁力片儿童益智玩具彩窗积木拼图早教幼儿园教具强磁力启蒙套装盒", 49, 4, 1300, 742, {
    detail4: "否",
  }),
  toys("泡泡机儿童手持全自动电动网红爆款户外玩具加特林泡泡枪补充液装", 16.9, 12, 5400, 2870, {
    attrRequired: 12,
    attrFilled: 10,
  }),
  toys("木质拼图", 6.5, 20, 8200, 410, {
    attrFilled: 4,
    attrCustom: 0,
    imageCount: 1,
    ...NO_VIDEO,
    onlineOrder: "否",
    detail2: "否",
    detail6: "否",
  }),
  toys("遥控越野车四驱攀爬车充电动高速漂移赛车男孩玩具生日礼物大脚怪", 72, 3, 2, 195, { moq: 10 }),
  packing("一次性餐盒长方形外卖打包盒加厚带盖塑料饭盒快餐便当盒整箱批发", 0.42, 300, 180000, 7710),
  packing("牛皮纸自立自封袋食品级茶叶干果坚果零食包装袋开窗密封袋子定制", 0.36, 500, 320000, 9405, {
    detail1: "否",
  }),
  packing("透明PET蛋糕盒三合一生日烘焙包装盒加高双层手提蛋糕打包盒批发", 2.65, 100, 26000, 1870, {
    realPhoto: "否",
    onlineOrder: "否",
  }),
  packing("铝箔锡纸盒烧烤外卖打包盒一次性家用空气炸锅专用烤箱锡箔碗带盖", 0.58, 200, 96000, 4360, {
    ...LOGO,
    logoHeight: "",
  }),
  packing("真空食品包装袋光面压缩袋透明塑封袋熟食腊肉保鲜抽真空商用袋子", 0.18, 1000, 500000, 6650, {
    moq: 100000,
  }),
  packing("第一品质月饼盒包装盒中秋礼盒空盒高档手提六粒八粒装定制印刷字", 6.8, 100, 15000, 930, {
    unit: "套",
  }),
  bags("大容量旅行袋手提行李包男女短途出差健身包干湿分离防水折叠收纳袋子批发", 33, 3, 1450, 612),
  bags("小学生书包男女孩一到六年级护脊减负大容量轻便儿童双肩背包批发", 42.5, 3, 2300, 875, { imageCount: 4 }),
  bags("女士钱包长款真皮多卡位拉链手拿包头层牛皮简约大气复古风手机包", 55, 2, 640, 143, {
    attrFilled: 8,
    videoSeconds: 0,
    detail2: "否",
  }),
  pets("猫砂盆超大号半封闭防外溅猫厕所幼猫专用除臭猫咪用品沙盆送铲子", 25.8, 4, 1900, 1108),
  pets("宠物自动饮水机循环活水静音恒温猫咪喝水器流动智能狗狗饮水碗款", 46.9, 3, 820, 367, {
    price: "面议",
  }),
  pets("狗狗牵引绳背心式胸背带中小型犬泰迪柯基遛狗绳子防挣脱反光透气", 12.6, 10, 4700, 1299, {
    detail5: "",
  }),
  pets("猫抓板瓦楞纸猫窝一体耐磨不掉屑立式大号猫爪板磨爪器猫咪玩具窝", 13.9, 10, 3500, 1642, {
    stock: "",
    ...NO_VIDEO,
  }),
];

/** Sixty listings of our own writing: every check passes in some, fails in others and is unknown in others. */
export const listingSamples: readonly (readonly SampleCell[])[] = samples.map((sample, index) => {
  const listing: Sample = { ...sample, offerId: `7128050${String(31007 + index * 613)}` };
  return SAMPLE_FIELDS.map((field) => listing[field]);
});
