import { execFile, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import Database from "better-sqlite3";
import { afterAll, describe, expect, it } from "vitest";

const root = mkdtempSync(join(tmpdir(), "sevenstar-commands-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

let folders = 0;
const newFolder = () => join(root, `data-${folders++}`);
const script = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** Runs a command as its own process; gives its exit code and what it said. */
function run(command: string, folder: string, ...words: string[]): Promise<{ code: number; said: string }> {
  const env = { PATH: process.env["PATH"] ?? "", DATA_DIR: folder, INIT_CWD: root };
  return new Promise((resolve) => {
    execFile(process.execPath, [script(`commands/${command}.ts`), ...words], { env }, (error, out, err) =>
      resolve({ code: Number(error?.code ?? 0), said: out + err }),
    );
  });
}

/** Starts the API as its own process and signs in. */
async function start(folder: string) {
  const child = spawn(process.execPath, [script("../serve.js")], {
    env: {
      PATH: process.env["PATH"] ?? "",
      PORT: "0",
      DATA_DIR: folder,
      RATE_LIMIT: "0",
      LOG_LEVEL: "error",
    },
  });
  const link = await new Promise<URL>((resolve, reject) => {
    child.stdout.on("data", (chunk) => resolve(new URL(/http:\S+/.exec(String(chunk))?.[0] ?? "")));
    child.stderr.on("data", (chunk) => reject(new Error(String(chunk))));
  });
  const ask = async (method: string, path: string, json?: unknown, headers = {}) => {
    const response = await fetch(`${link.origin}${path}`, {
      method,
      headers: { "Content-Type": "application/json", ...headers },
      ...(json === undefined ? {} : { body: JSON.stringify(json) }),
    });
    return { status: response.status, body: JSON.parse((await response.text()) || "null") };
  };
  const { body } = await ask("POST", "/v1/signin", { code: link.hash.slice("#signin=".length) });
  const bearer = { Authorization: `Bearer ${body.token}` };
  return {
    token: body.token as string,
    teamId: body.team.id as string,
    ask,
    put: (id: string, word: string, base: object = { "If-None-Match": "*" }) =>
      ask("PUT", `/v1/templates/${id}`, template(word), { ...bearer, ...base }),
    /** The word that each template holds. */
    words: async () => {
      const { body } = await ask("GET", "/v1/changes?limit=1000", undefined, bearer);
      return Object.fromEntries(
        body.changes.map((each: { id: string; rows: { word: string }[] }) => [each.id, each.rows[0]?.word]),
      );
    },
    stop: () =>
      new Promise<void>((resolve) => {
        child.once("close", () => resolve());
        child.kill("SIGTERM");
      }),
  };
}

const template = (word: string) => ({
  kind: "word-list",
  name: "词",
  rows: [{ id: "a", word, use: "违禁" }],
});

describe("backup and restore", () => {
  it("copy a file that is being written to, whole and as of one moment, and bring it back", async () => {
    const folder = newFolder();
    const api = await start(folder);
    let isWriting = true;
    let last = 0;
    const writing = (async () => {
      while (isWriting) if ((await api.put(`t${last + 1}`, `词${last + 1}`)).status === 201) last++;
    })();
    while (last < 20) await new Promise((resolve) => setTimeout(resolve, 5));
    const before = last;
    expect(await run("backup", folder, "one.sqlite")).toEqual({
      code: 0,
      said: `已备份到 ${join(root, "one.sqlite")}\n`,
    });
    const after = last + 1;
    isWriting = false;
    await writing;

    const backup = new Database(join(root, "one.sqlite"), { readonly: true });
    const revs = backup.prepare("select rev from templates order by rev").pluck().all();
    backup.close();
    expect(revs).toEqual(revs.map((_, index) => index + 1));
    expect(revs.length).toBeGreaterThanOrEqual(before);
    expect(revs.length).toBeLessThanOrEqual(after);
    expect(statSync(join(root, "one.sqlite")).mode & 0o777).toBe(0o600);

    await api.put("t1", "改坏了", { "If-Match": '"1"' });
    const restored = await run("restore", folder, "one.sqlite");
    expect(restored).toEqual({
      code: 0,
      said: expect.stringMatching(/^本机团队：\d+ 个模板恢复成备份时的内容\n$/),
    });
    // The server looks five times a second for what other processes have written.
    await expect.poll(async () => (await api.words())["t1"]).toBe("词1");
    const words = await api.words();
    expect(words[`t${revs.length}`]).toBe(`词${revs.length}`);
    await api.stop();
  });

  it("bring a lost data folder back, with the tokens that were valid", async () => {
    const folder = newFolder();
    const api = await start(folder);
    await api.put("a", "最好");
    await run("backup", folder, "two.sqlite");
    await api.stop();
    rmSync(folder, { recursive: true });
    expect((await run("restore", folder, "two.sqlite")).code).toBe(0);
    const again = await start(folder);
    const { body } = await again.ask("GET", "/v1/templates/a", undefined, {
      Authorization: `Bearer ${api.token}`,
    });
    expect(body.template.rows[0].word).toBe("最好");
    await again.stop();
  });

  it("say in Chinese what is wrong and leave no half file", async () => {
    const folder = newFolder();
    mkdirSync(folder);
    const file = join(root, "damaged.sqlite");
    writeFileSync(file, "不是数据库".repeat(1000));
    expect(await run("backup", folder)).toMatchObject({
      code: 1,
      said: expect.stringContaining("没有数据文件"),
    });
    expect(await run("restore", folder)).toMatchObject({
      code: 1,
      said: expect.stringContaining("请写明备份文件"),
    });
    expect(await run("restore", folder, "nothing.sqlite")).toMatchObject({
      code: 1,
      said: expect.stringContaining("没有备份文件"),
    });
    expect(await run("restore", folder, file)).toMatchObject({
      code: 1,
      said: expect.stringContaining("不是完整的备份"),
    });
    const api = await start(folder);
    expect(await run("backup", folder, file)).toMatchObject({
      code: 1,
      said: expect.stringContaining("已经存在"),
    });
    await api.stop();
  });
});

describe("sign-in-link", () => {
  it("[A5] makes a link for the team made here, or for another that is named", async () => {
    const folder = newFolder();
    expect((await run("sign-in-link", folder)).said).toBe("还没有团队，请先启动一次服务。\n");
    const api = await start(folder);
    const second = await api.ask("POST", "/v1/teams", { name: "乙店", member: "老乙" });
    const enter = async (...words: string[]) => {
      const { said } = await run("sign-in-link", folder, ...words);
      const code = /#signin=(\S+)/.exec(said)?.[1];
      return (await api.ask("POST", "/v1/signin", { code })).body;
    };
    expect(await enter()).toMatchObject({ team: { name: "本机团队" }, member: { role: "owner" } });
    expect(await enter(second.body.team.id)).toMatchObject({
      team: { name: "乙店" },
      member: { name: "老乙" },
    });
    expect(await run("sign-in-link", folder, "nobody")).toMatchObject({
      code: 1,
      said: expect.stringContaining(`${second.body.team.id}\t乙店`),
    });
    await api.stop();
  });
});

describe("team-export and team-import", () => {
  it("move a team as JSON to another server, where its members sign in by codes", async () => {
    const [from, to] = [newFolder(), newFolder()];
    const api = await start(from);
    await api.put("a", "最好");
    const exported = await run("team-export", from, "team.json");
    expect(exported).toEqual({
      code: 0,
      said: `已导出“本机团队”：1 个模板，0 个旧版本，1 个成员，到 ${join(root, "team.json")}\n`,
    });
    await api.stop();
    const json = readFileSync(join(root, "team.json"), "utf8");
    expect(json).not.toContain(api.token);
    expect(JSON.parse(json).templates[0].rows[0].word).toBe("最好");

    const imported = await run("team-import", to, "team.json");
    expect(imported.said).toMatch(
      /^导入新的团队“本机团队”（1 个模板、1 个成员，没有令牌），这里还没有团队，以后启动打印的链接就打开它。\n/,
    );
    const code = /店主（owner）：#signin=(\S+)/.exec(imported.said)?.[1];
    const other = await start(to);
    const { body } = await other.ask("POST", "/v1/signin", { code });
    expect(body.team).toEqual({ id: api.teamId, name: "本机团队" });
    expect(await other.words()).toEqual({ a: "最好" });
    await other.stop();
  });

  it("[A7] say what they will do before they do it, and do it only when that is agreed to", async () => {
    const folder = newFolder();
    const api = await start(folder);
    await api.put("a", "最好");
    await run("team-export", folder, "before.json");
    await api.put("a", "改过", { "If-Match": '"1"' });
    await api.put("b", "新的");
    const asked = await run("team-import", folder, "before.json");
    expect(asked).toEqual({
      code: 1,
      said:
        "这里已有同一个团队“本机团队”：1 个模板恢复成导出时的内容，1 个不在文件里的模板成为“已删除”（历史里还能恢复）；它的 1 个成员和 1 个令牌不变。\n" +
        "没有导入，什么都没改；确定的话请加 --yes 再执行一次。\n",
    });
    expect(await api.words()).toEqual({ a: "改过", b: "新的" });
    expect((await run("team-import", folder, "before.json", "--yes")).code).toBe(0);
    await expect.poll(() => api.words()).toEqual({ a: "最好", b: undefined });
    // Once more there is nothing to agree to.
    expect((await run("team-import", folder, "before.json")).code).toBe(0);
    await api.stop();
  });

  it("[A7] take a team that merely has the same id for another one, unless it is to replace it", async () => {
    const [one, other] = [newFolder(), newFolder()];
    for (const [folder, words] of [
      [one, ["甲"]],
      [other, ["乙", "丙"]],
    ] as const) {
      const api = await start(folder);
      for (const [index, word] of words.entries()) await api.put(`t${words.length}-${index}`, word);
      await api.stop();
      // As the version before named the local team of every machine.
      const database = new Database(join(folder, "sevenstar.sqlite"));
      for (const table of ["members", "codes", "templates", "revisions", "audit"]) {
        database.prepare(`update ${table} set teamId = 'local'`).run();
      }
      database.prepare("update teams set id = 'local'").run();
      database.prepare("update facts set value = 'local'").run();
      database.close();
    }
    await run("team-export", one, "local.json");
    const refused = await run("team-import", other, "local.json", "--yes");
    expect(refused).toEqual({
      code: 1,
      said: "没有导入，什么都没改：文件里的“本机团队”（1 个模板、1 个成员，没有令牌）和这里的“本机团队”（2 个模板、1 个成员、1 个令牌）不是同一个团队，只是 id 相同。要用文件顶替它，请先备份，再加 --replace。\n",
    });
    const asked = await run("team-import", other, "local.json", "--replace");
    expect(asked.code).toBe(1);
    expect(asked.said).toContain(
      "用文件里的“本机团队”（1 个模板、1 个成员，没有令牌）顶替这里的“本机团队”：写入 1 个模板，2 个不在文件里的模板成为“已删除”（历史里还能恢复）；这里的 1 个成员被移除，1 个令牌立即失效，不能恢复。",
    );
    const replaced = await run("team-import", other, "local.json", "--replace", "--yes");
    expect(replaced.code).toBe(0);
    const api = await start(other);
    const words = Object.values(await api.words()).filter((word) => word !== undefined);
    expect(words).toEqual(["甲"]);
    await api.stop();
  });

  it("say in Chinese what is wrong", async () => {
    const folder = newFolder();
    writeFileSync(join(root, "wrong.json"), "{}");
    expect(await run("team-import", folder, "wrong.json", "--force")).toMatchObject({
      code: 1,
      said: expect.stringContaining("不认识“--force”"),
    });
    expect(await run("team-import", folder, "wrong.json")).toEqual({
      code: 1,
      said: "文件不是导出的团队，或者被改过（format），请重新导出。\n",
    });
    expect(await run("team-export", folder, "x.json")).toEqual({ code: 1, said: "还没有团队。\n" });
    expect(await run("team-export", folder)).toMatchObject({
      code: 1,
      said: expect.stringContaining("请写明导出到哪个文件"),
    });
  });
});

describe("a team too large to be moved while others write", () => {
  it("is moved once the server has stopped, until then refused with a sentence and nothing changed", async () => {
    const folder = newFolder();
    const api = await start(folder);
    await api.put("a", "最好");
    const database = new Database(join(folder, "sevenstar.sqlite"));
    database
      .prepare(
        `insert into revisions (teamId, id, kind, name, rows, rev, updatedAt, updatedBy, deleted, digest)
         with recursive count(n) as (select 2 union all select n + 1 from count where n < 6000)
         select teamId, 'old', kind, name, rows, n, updatedAt, updatedBy, 1, digest from revisions, count`,
      )
      .run();
    database.exec("update teams set rev = 6000");
    database.close();
    expect((await run("backup", folder, "large.sqlite")).code).toBe(0);
    const sentence = {
      code: 1,
      said: expect.stringMatching(
        /^“本机团队”有 \d+ 个版本（\d+ MB），.*服务正在运行，请先停止服务，再执行这个命令。\n$/,
      ),
    };
    expect(await run("restore", folder, "large.sqlite")).toEqual(sentence);
    expect(await run("team-export", folder, "large.json")).toEqual(sentence);
    expect((await api.put("b", "还能写")).status).toBe(201);
    await api.stop();

    expect((await run("restore", folder, "large.sqlite")).code).toBe(0);
    expect((await run("team-export", folder, "large.json")).code).toBe(0);
    const again = await start(folder);
    expect(await run("team-import", folder, "large.json")).toEqual(sentence);
    await again.stop();
  });
});
