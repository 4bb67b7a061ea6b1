/**
 * Traditional characters and the simplified ones that the phrases are written in (OpenCC, TSCharacters, Apache-2.0; only
 * characters that some phrase has).
 */
const TRADITIONAL =
  '並亞佈佔併來侷係俬倉個們備傢傳債僅價儀億優儲兒內冊別刪則剋創動務勢匯區協卽厤參員問啓啟喚單嗶噹嚮囑國圍圖團埰報場塊塗墻壓夢夥奧娛媽學寀實審寫寬寶將專對導屆層屬峯崑崗嵗嶽師帳幣幫庫廠廣強彆彈彔彙後徑從復' +
  '徵愛態慣憑應懸戀戰戲戶掃採換搖撥擇擊據擬攝敎數斷於旣時曆曏曠書會朮東査條棧業極榮構樂標機檔檢檯欄權歡歲歷歸殘氣決沒況測湯準溝溫滙滿漢潰瀏為無熱燈營爭爲牆狀獄獅獨獲現環產産畢畫異畵當療癥發監盤眞眾確碼礎' +
  '礙禦種稱穀穩穫窩箇節範簡簽籤糰紀約紅紋級細紹終組結絕絡給統絶綁經綜綫維網綵緊線編緩緯緻總績織繫繼續羣義習翫聯聲職聽脩臉臺與興舉華萬葯蒐蔘薦藍藥蘋處虛號螞蟻衆術衕衛裏補裝裡製複覈見規視親覺覽觀觸訂計訊託' +
  '記訪設許訴診註証詐評詞詢試話該詳誌認語誤說説調請論諮諸謹證識議護讀變讓讚豐負財貨貫責買貸費貼貿資賞質賬購贊贏跡蹟蹤車軌軍軟載輔輛輯輸轄轉辦迴這連週進遊運過達違適選邁邊郵鄉醣醫釋釘鈕鉅銀銳銷鋭錄錢錯録錶' +
  '鍵鎖鏇鏈鑑鑒長閃閉開間閤閱閲闆關陸陽際隨險隱雜離雲電靈靜響頁頂項須預頓領頭頻題額顏顔願類顯風颱飛飽餘餬饋馬駐駕駛騰驗體髮鬚鬥魚鯨鴻鴿鷹麥麪麫麵麼麽點齒齡齣龍';
const SIMPLIFIED =
  '并亚布占并来局系私仓个们备家传债仅价仪亿优储儿内册别删则克创动务势汇区协即历参员问启启唤单哔当向嘱国围图团采报场块涂墙压梦伙奥娱妈学采实审写宽宝将专对导届层属峰昆岗岁岳师帐币帮库厂广强别弹录汇后径从复' +
  '征爱态惯凭应悬恋战戏户扫采换摇拨择击据拟摄教数断于既时历向旷书会术东查条栈业极荣构乐标机档检台栏权欢岁历归残气决没况测汤准沟温汇满汉溃浏为无热灯营争为墙状狱狮独获现环产产毕画异画当疗症发监盘真众确码础' +
  '碍御种称谷稳获窝个节范简签签团纪约红纹级细绍终组结绝络给统绝绑经综线维网彩紧线编缓纬致总绩织系继续群义习玩联声职听修脸台与兴举华万药搜参荐蓝药苹处虚号蚂蚁众术同卫里补装里制复核见规视亲觉览观触订计讯托' +
  '记访设许诉诊注证诈评词询试话该详志认语误说说调请论咨诸谨证识议护读变让赞丰负财货贯责买贷费贴贸资赏质账购赞赢迹迹踪车轨军软载辅辆辑输辖转办回这连周进游运过达违适选迈边邮乡糖医释钉钮巨银锐销锐录钱错录表' +
  '键锁旋链鉴鉴长闪闭开间合阅阅板关陆阳际随险隐杂离云电灵静响页顶项须预顿领头频题额颜颜愿类显风台飞饱余糊馈马驻驾驶腾验体发须斗鱼鲸鸿鸽鹰麦面面面么么点齿龄出龙';

/** Words of Taiwan and Hong Kong for which the mainland has others of the same length, after the characters are changed. */
const WORDS: readonly (readonly [string, string])[] = [
  ['资讯', '信息'],
  ['装置', '设备'],
  ['网路', '网络'],
  ['软体', '软件'],
  ['硬体', '硬件'],
  ['位址', '地址'],
  ['简讯', '短信'],
  ['相簿', '相册'],
  ['剪贴簿', '剪贴板'],
  ['伺服器', '服务器'],
  ['行动电话', '移动电话'],
  ['行动装置', '移动设备'],
  ['联络人', '联系人'],
  ['联络资讯', '联系信息'],
  ['程式', '程序'],
  ['辨识码', '识别码'],
  ['识别元', '标识符'],
  ['作业系统', '操作系统'],
];

const FIRST = 0x4e00;
const LAST = 0x9fff;
const TABLE = new Uint16Array(LAST - FIRST + 1);
for (let i = 0; i < TRADITIONAL.length; i++) TABLE[TRADITIONAL.charCodeAt(i) - FIRST] = SIMPLIFIED.charCodeAt(i);
/** A text with fewer such characters in a thousand is simplified, and its odd ones are names. */
const MIN_SHARE = 0.01;

/** The text in simplified characters and mainland words, of the same length; itself where it is not traditional. */
export function simplified(text: string): string {
  let changed = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit >= FIRST && unit <= LAST && TABLE[unit - FIRST] !== 0) changed++;
  }
  if (changed === 0 || changed < text.length * MIN_SHARE) return text;
  const units = new Uint16Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const other = unit >= FIRST && unit <= LAST ? (TABLE[unit - FIRST] ?? 0) : 0;
    units[i] = other === 0 ? unit : other;
  }
  let plain = '';
  for (let i = 0; i < units.length; i += 8192) plain += String.fromCharCode(...units.subarray(i, i + 8192));
  for (const [word, own] of WORDS) plain = plain.replaceAll(word, own);
  return plain;
}
