/**
 * Traditional and variant characters with the simplified one that the field's words use, as pairs.
 * Not a converter: only what can stand in a level, a category, a rank, a method or another closed
 * word of a scheme.
 */
const PAIRS =
  '級级險险風风崗岗職职權权處处單单領领導导設设機机構构廠厂長长員员幹干黨党總总務务財财產产資资採采購购項项標标準准輕轻較较嚴严違违紀纪監监檢检審审計计評评議议決决執执運运規规範范' +
  '製制則则責责負负擔担當当會会聯联係系統统業业環环節节點点線线緣缘動动態态預预報报備备錄录類类別别層层個个眾众辦办開开關关鍵键門门間间閱阅問问題题實实際际驗验證证據据號号碼码數数' +
  '萬万億亿額额費费買买賣卖貨货貪贪賄贿賂赂贈赠禮礼獎奖懲惩罰罚罷罢過过達达邊边進进遠远還还這这連连選选適适遞递邏逻鄉乡鎮镇農农屬属團团園园圖图國国圍围區区醫医衛卫學学習习書书師师' +
  '歷历經经濟济綜综維维護护讓让許许訴诉訪访詢询認认識识說说請请談谈論论諮咨謀谋調调變变質质貼贴賬账賠赔輔辅輸输轉转軟软車车軍军輪轮針针釘钉銀银銷销鋪铺錢钱鐵铁鑒鉴鑑鉴陽阳陰阴隊队' +
  '階阶隨随雙双難难電电靈灵響响順顺須须頭头顧顾願愿飯饭養养馬马驅驱體体鬆松魚鱼鳥鸟麗丽黃黄齊齐齡龄龍龙勞劳勢势勝胜勵励勸劝協协佔占併并來来侖仑倉仓們们偽伪側侧偵侦傳传債债傷伤傾倾' +
  '僅仅價价儀仪優优儲储償偿兩两冊册凍冻減减劃划劇剧創创剛刚剝剥匯汇卻却參参吳吴啟启喪丧嘗尝圓圆場场塊块壓压壞坏壯壮夠够奪夺婦妇媽妈孫孙寧宁寫写寬宽寶宝將将專专尋寻對对屆届嶺岭幣币' +
  '帶带幫帮並并庫库廢废廣广廳厅張张彈弹強强彙汇後后徑径從从徵征復复恆恒惡恶愛爱慮虑慶庆應应懷怀戰战戲戏戶户拋抛掛挂揚扬換换損损擇择擊击擴扩攝摄敗败敵敌斷断於于時时晉晋暫暂曆历條条' +
  '極极榮荣槍枪樣样樹树樓楼橋桥檔档歡欢歲岁歸归殘残殺杀氣气況况測测滅灭滿满漢汉潔洁潛潜濫滥災灾為为無无煙烟熱热營营爭争狀状獨独獲获獻献現现畫画異异發发盤盘盡尽確确礙碍礎础禍祸種种' +
  '稱称積积穩稳窮穷竊窃筆笔築筑簡简簽签籌筹紅红約约純纯紙纸納纳細细終终組组結结絕绝給给絲丝網网緊紧編编練练縣县縮缩縱纵織织繼继續续羅罗聖圣聞闻聲声聽听肅肃腦脑臨临舉举舊旧艦舰藝艺' +
  '莊庄葉叶藥药蘭兰術术衝冲補补裝装裡里複复見见視视覺觉覽览觀观觸触訂订討讨訓训記记試试話话該该詳详語语誌志誠诚誤误課课諒谅謊谎謝谢謹谨譜谱譽誉讀读貢贡貧贫貫贯貴贵貸贷賞赏賢贤賴赖' +
  '贏赢贊赞趕赶趨趋跡迹踐践躍跃軌轨載载輛辆輯辑遊游遲迟遺遗郵邮鄰邻醜丑釋释釣钓鋼钢錯错鍛锻鎖锁鏡镜閉闭閒闲闊阔隱隐雜杂離离雖虽霧雾靜静頁页頂顶頒颁頓顿頻频顯显飛飞飲饮館馆驚惊髙高' +
  '鬥斗鬧闹魯鲁鮮鲜鹽盐麥麦黙默龐庞內内滙汇査查産产緖绪綫线衆众羣群裏里嵗岁廸迪昇升託托週周牆墙幾几嚮向闆板隻只閑闲籲吁繫系佈布註注';

const SIMPLIFIED = new Map<string, string>();
for (let index = 0; index + 1 < PAIRS.length; index += 2) {
  SIMPLIFIED.set(PAIRS[index]!, PAIRS[index + 1]!);
}

/**
 * The text as the field writes it: simplified characters, half-width digits, letters and signs, no
 * spaces. For comparing words, never for printing.
 */
export function simplified(text: string): string {
  let result = '';
  for (const character of text.normalize('NFKC')) {
    if (/\s/.test(character)) continue;
    result += SIMPLIFIED.get(character) ?? character;
  }
  return result;
}
