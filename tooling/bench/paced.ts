import { spawn } from "node:child_process";
import { mkdtempSync, writeFileSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connect } from "node:net";
import { ApiProcess } from "../sync-tests/api-process.ts";
const folder = mkdtempSync(join(tmpdir(), "ss-bench-"));
const api = await ApiProcess.start({ DATA_DIR: join(folder,"data"), LOG_LEVEL: process.env["LL"] ?? "info" });
const cpu = (pid: number) => { const f = readFileSync(`/proc/${pid}/schedstat`,"utf8").split(" "); return Number(f[0])/1000; };
const token = await api.signIn();
const rows = Array.from({length:13},(_,i)=>({id:`r${i}`,method:`支付方式${i}`,rate:0.006,payer:"卖家",base:"货款+运费",validFrom:"2026-01-01",source:"平台公告"}));
for (let i=0;i<32;i++) await api.ask("PUT",`/v1/templates/t${i}`,{token,json:{ kind: "payment-rates", name: "费率表", rows },headers:{"If-None-Match":"*"}});
writeFileSync(join(folder,"bytes"), JSON.stringify((await api.ask("GET","/v1/templates/t0",{token})).body));
const bareP = spawn(process.execPath, ["--max-semi-space-size=16","--heap-growing-percent=30",new URL("../../apps/api/bench/bare-server.ts", import.meta.url).pathname, join(folder,"bytes"), join(folder,"bare.sqlite")], {stdio:["ignore","pipe","inherit"]});
const bare = await new Promise<number>(r=>bareP.stdout.on("data",c=>r(Number(/port (\d+)/.exec(String(c))![1]))));
const port = Number(new URL(api.origin).port);
const RATE=3000;
async function paced(pid:number, p:number, n:number){ // bursts of 8 on 32 sockets
  const socks = await Promise.all(Array.from({length:32},()=>new Promise<any>(r=>{const s=connect(p,"127.0.0.1"); s.setNoDelay(true); s.once("connect",()=>r(s)); s.on("data",()=>{});})));
  const reqs = socks.map((_,i)=>Buffer.from(`GET /v1/templates/t${i} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${token}\r\n\r\n`));
  let sent=0; const c0=cpu(pid);
  await new Promise<void>(done=>{ const t=setInterval(()=>{ for(let k=0;k<8;k++){ const i=sent++%32; socks[i].write(reqs[i]); } if(sent>=n){clearInterval(t); setTimeout(done,200);} }, 8000/RATE); });
  const c=(cpu(pid)-c0)/sent; socks.forEach(s=>s.destroy()); return c;
}
await paced(bareP.pid!,bare,20000); await paced(api.pid,port,20000);
for (let r=0;r<4;r++){ const a=await paced(bareP.pid!,bare,6000), b=await paced(api.pid,port,6000); console.log("bare", a.toFixed(1),"api",b.toFixed(1),"ratio",(a/b).toFixed(2)); }
await api.end("SIGTERM"); bareP.kill();
