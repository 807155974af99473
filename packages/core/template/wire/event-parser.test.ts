import fc from "fast-check";
import { expect, it } from "vitest";
import { EventParser } from "./event-parser.ts";

const stream = [
  ": 已连接\n\n",
  'event: change\ndata: {"cursor":7}\nid: 7\n\n',
  "data: one\ndata:two\n\n",
  "id: 8\n\n",
  "event: end\r\ndata\r\n\r\n",
].join("");

it("reads events, joins lines of data, skips comments and events without data", () => {
  expect(new EventParser().push(stream)).toEqual([
    { event: "change", data: '{"cursor":7}', id: "7" },
    { event: "message", data: "one\ntwo", id: "" },
    { event: "end", data: "", id: "" },
  ]);
});

it("reads the same wherever the stream is cut", () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: stream.length })), (cuts) => {
      const parser = new EventParser();
      const places = [0, ...cuts.sort((left, right) => left - right), stream.length];
      const pieces = places.slice(1).map((place, index) => stream.slice(places[index], place));
      expect(pieces.flatMap((piece) => parser.push(piece))).toEqual(new EventParser().push(stream));
    }),
  );
});
