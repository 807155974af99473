import { expect, it } from "vitest";
import { type ClientEvent, type ClientState, clientStates } from "./client-states.ts";

const states = Object.keys(clientStates) as ClientState[];
const after = (state: ClientState, ...events: readonly ClientEvent[]) =>
  events.reduce((current, event) => clientStates[current][event], state);

it("goes from the sign-in over pulling and pushing to synced, and again when something is told or edited", () => {
  expect(after("signedOut", "enter", "entered", "pulled", "pushed")).toBe("synced");
  expect(after("synced", "told", "pulled", "pushed")).toBe("synced");
  expect(after("synced", "edited", "contradicted")).toBe("conflict");
  expect(after("conflict", "edited", "pushed")).toBe("synced");
  expect(after("pulling", "lost", "told", "edited")).toBe("offline");
  expect(after("offline", "enter", "entered")).toBe("pulling");
});

it("[T15.1][T17.1] stops in every state at 401, at 426 and when signed out, and starts only by being asked", () => {
  for (const state of states.filter((each) => each !== "signedOut")) {
    expect(after(state, "unauthorised")).toBe("revoked");
    expect(after(state, "mismatched")).toBe("outdated");
    expect(after(state, "left")).toBe("signedOut");
  }
  for (const state of ["signedOut", "outdated", "revoked"] as const) {
    const events = Object.keys(clientStates[state]) as ClientEvent[];
    const leading = events.filter((event) =>
      ["pulling", "pushing", "entering"].includes(after(state, event)),
    );
    expect(leading).toEqual(["enter"]);
  }
});

it("can be signed out and started again from everywhere, so that no state is a dead end", () => {
  for (const state of states) {
    expect(after(state, "enter")).toBe("entering");
    expect(after(state, "left")).toBe("signedOut");
  }
});
