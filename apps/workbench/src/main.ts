import { startUniver } from "./start-univer.ts";
const place = document.getElementById("workbench")!;
place.replaceChildren();
place.style.height = "100vh";
const api = startUniver(place, { id: "w", name: "七星表格", sheetOrder: ["a"], sheets: { a: { id: "a", name: "试", cellData: { 0: { 0: { f: '=PAYFEE("账期交易",100)' }, 1: { f: '=PAYFEE({"信用卡";"账期交易";"诚e赊"},10000,500)' }, 2: {f:'=PAYFEE("账期交易",100)+1'}, 3:{f:'=PAYFEE("信用卡",10000,,"卖家")'}, 4: {f:"=SEVENSTAR(A1)"} } } } } } as never, false);
(window as never as { api: unknown }).api = api;
