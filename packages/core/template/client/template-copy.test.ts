import { describe, expect, it } from "vitest";
import { conflictKey } from "../merge/merge.ts";
import type { Content, Template } from "../wire/template.ts";
import {
  acknowledged,
  conflictsOf,
  discarded,
  edited,
  outrun,
  type Pending,
  prepared,
  received,
  resolved,
  type Step,
  setAside,
  type TemplateCopy,
  viewOf,
  withoutServer,
} from "./template-copy.ts";

const words = (a: string, b = "第一"): Content => ({
  kind: "word-list",
  name: "词表",
  rows: [
    { id: "a", word: a, use: "违禁" },
    { id: "b", word: b, use: "违禁" },
  ],
});
const served = (rev: number, content: Content | null): Template => ({
  id: "w",
  ...(content ?? { ...words(""), rows: [] }),
  rev,
  updatedAt: "2026-03-28T00:00:00.000Z",
  updatedBy: "小李",
  deleted: content === null,
});
const synced = (rev: number, content: Content | null): TemplateCopy => ({
  id: "w",
  server: served(rev, content),
  pending: null,
});
const after = (step: Step | { contradictions: unknown } | { problem: string }): TemplateCopy => {
  if (!("copy" in step) || !step.copy) throw new Error(JSON.stringify(step));
  return step.copy;
};
/** An edit of what the person sees. */
const edit = (copy: TemplateCopy | undefined, content: Content | null, order = 1) =>
  after(edited("w", copy, content, order, viewOf(copy)));
const sent = (copy: TemplateCopy, key = "k") => prepared(copy, () => key);
const pendingOf = (copy: TemplateCopy): Pending => {
  if (!copy.pending) throw new Error("nothing is pending");
  return copy.pending;
};

describe("a pending document", () => {
  it("[T13.2] takes up all edits while it waits, and keeps its base", () => {
    const twice = edit(edit(synced(3, words("最好")), words("最优"), 1), words("最优", "头名"), 2);
    expect(twice.pending).toEqual({
      base: words("最好"),
      mine: words("最优", "头名"),
      order: 2,
      sending: null,
      setAside: null,
    });
  });

  it("[T13.2] is none any more when the edit is taken back", () => {
    const back = edit(edit(synced(3, words("最好")), words("最优")), words("最好"));
    expect(back).toEqual(synced(3, words("最好")));
  });

  it("[T13.4] is sent as it was under its key until it is answered, whatever is edited or told meanwhile", () => {
    const first = sent(edit(synced(3, words("最好")), words("最优")), "one");
    const later = after(received(edit(first, words("极好")), served(5, words("最好", "头名"))));
    expect(pendingOf(sent(later, "two")).sending).toEqual({ key: "one", rev: 3, mine: words("最优") });
    expect(viewOf(later)).toEqual(words("极好"));
    expect(conflictsOf(later)).toEqual([]);
  });

  it("names the revision it builds on, none for a new template, and the tombstone's for one that was deleted", () => {
    const rev = (copy: TemplateCopy) => pendingOf(sent(copy)).sending?.rev;
    expect(rev(edit(synced(3, words("最好")), words("最优")))).toBe(3);
    expect(rev(edit(undefined, words("最优")))).toBeNull();
    expect(rev(edit(synced(4, null), words("最优")))).toBe(4);
  });
});

describe("an answer", () => {
  const sending = sent(edit(synced(3, words("最好")), words("最优")), "one");

  it("settles what was sent", () =>
    expect(after(acknowledged(sending, "one", served(4, words("最优"))))).toEqual(synced(4, words("最优"))));

  it("becomes the base of what was edited since, and of what was told since", () => {
    const more = after(received(edit(sending, words("最优", "榜首")), served(6, words("更优"))));
    const copy = after(acknowledged(more, "one", served(4, words("最优"))));
    // They saw 最优 and made it 更优: no conflict; the second row is mine.
    expect(copy).toMatchObject({
      server: { rev: 6 },
      pending: { mine: words("更优", "榜首"), sending: null },
    });
    expect(conflictsOf(copy)).toEqual([]);
  });

  it("[T13.6] with a newer document is merged, and what is left is sent under a new key", () => {
    const { copy, merged } = outrun(sending, "one", served(5, words("最好", "头名")));
    expect(copy?.pending).toMatchObject({ base: words("最好", "头名"), mine: words("最优", "头名") });
    expect(merged).toEqual([]);
    expect(pendingOf(sent(copy as TemplateCopy, "two")).sending).toMatchObject({ key: "two", rev: 5 });
  });

  it("[T13.6] with my own document, whose first answer was lost, settles it", () =>
    expect(after(outrun(sending, "one", served(4, words("最优"))))).toEqual(synced(4, words("最优"))));

  it("[T13.7] of refusal sets aside what was sent, but not what was edited since", () => {
    const reason = { status: 422, detail: "内容有误。", errors: [] };
    expect(after(setAside(sending, "one", reason)).pending).toMatchObject({
      sending: null,
      setAside: reason,
    });
    expect(after(setAside(edit(sending, words("极好")), "one", reason)).pending?.setAside).toBeNull();
    expect(pendingOf(edit(after(setAside(sending, "one", reason)), words("极好"))).setAside).toBeNull();
  });

  it("to an earlier request, given up meanwhile, only tells of the server state", () => {
    const given = discarded(sending) as TemplateCopy;
    expect(after(acknowledged(given, "one", served(4, words("最优"))))).toEqual(synced(4, words("最优")));
    const anew = edit(given, words("极好"));
    expect(after(acknowledged(anew, "one", served(4, words("最优")))).pending).toMatchObject({
      mine: words("极好"),
    });
    expect(after(outrun(anew, "one", served(4, words("最好", "头名")))).pending?.mine).toEqual(
      words("极好", "头名"),
    );
    expect(after(setAside(anew, "one", { status: 422, detail: "", errors: [] }))).toEqual(anew);
  });
});

describe("what the server tells", () => {
  it("[T5.2] is taken when it is newer, else nothing changes", () => {
    const copy = synced(5, words("最好"));
    for (const rev of [4, 5]) expect(received(copy, served(rev, words("旧"))).copy).toBe(copy);
    expect(after(received(copy, served(6, words("新"))))).toEqual(synced(6, words("新")));
    expect(after(received(undefined, served(1, null)))).toEqual(synced(1, null));
  });

  it("[T6.5] a deletion meets an edit as a conflict, which can be chosen either way", () => {
    const copy = after(received(edit(synced(3, words("最好")), words("最优")), served(4, null)));
    const [conflict] = conflictsOf(copy);
    expect(conflict).toMatchObject({ type: "template", mine: words("最优"), theirs: null });
    const choose = (take: "mine" | "theirs") =>
      after(resolved(copy, new Map(conflict ? [[conflictKey(conflict), { take }]] : []), 9));
    expect(choose("theirs")).toEqual(synced(4, null));
    expect(choose("mine").pending).toMatchObject({ base: null, mine: words("最优"), order: 9 });
    expect(conflictsOf(choose("mine"))).toEqual([]);
  });

  it("[T6.11] in a conflict adds theirs and keeps mine", () => {
    const base = edit(synced(3, words("最好")), words("最优"));
    const stuck = after(received(base, served(4, words("最佳"))));
    const more = after(received(stuck, served(5, words("更佳", "头名"))));
    expect(viewOf(more)).toEqual(words("最优", "头名"));
    expect(conflictsOf(more)).toMatchObject([{ base: "最好", mine: "最优", theirs: "更佳" }]);
    // They go back to what it was: mine stands.
    expect(conflictsOf(after(received(more, served(6, words("最好", "头名")))))).toEqual([]);
    // I write what they wrote: there is nothing left to choose.
    expect(edit(more, words("更佳", "头名"))).toEqual(synced(5, words("更佳", "头名")));
  });
});

describe("an edit of an older state", () => {
  it("[T13.9] without anything pending has that state as its base", () => {
    const copy = synced(5, words("最佳"));
    expect(after(edited("w", copy, words("最好", "头名"), 1, words("最好"))).pending).toMatchObject({
      base: words("最佳"),
      mine: words("最佳", "头名"),
    });
    const stuck = after(edited("w", copy, words("最优"), 1, words("最好")));
    expect(conflictsOf(stuck)).toMatchObject([{ base: "最好", mine: "最优", theirs: "最佳" }]);
  });

  it("[T13.9] with something pending is merged into it, or refused", () => {
    const copy = edit(synced(5, words("最好")), words("最优"));
    expect(after(edited("w", copy, words("最好", "头名"), 2, words("最好"))).pending?.mine).toEqual(
      words("最优", "头名"),
    );
    expect(edited("w", copy, words("最棒"), 2, words("最好"))).toMatchObject({
      contradictions: [{ mine: "最棒", theirs: "最优" }],
    });
  });
});

it("[T17.2] keeps of a copy only what the server has not taken", () => {
  expect(withoutServer(synced(3, words("最好")))).toBeUndefined();
  const kept = withoutServer(edit(synced(3, words("最好")), words("最优"))) as TemplateCopy;
  expect(kept.server).toBeNull();
  const again = after(received(kept, served(4, words("最好", "头名"))));
  expect(viewOf(again)).toEqual(words("最优", "头名"));
  const deleted = withoutServer(edit(synced(3, words("最好")), null)) as TemplateCopy;
  expect(viewOf(after(received(deleted, served(3, words("最好")))))).toBeNull();
});
