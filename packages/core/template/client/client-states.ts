/** What the sync client is about. */
export type ClientState =
  /** Nobody is signed in. */
  | "signedOut"
  /** Finishing a sign-in or a change of token, if there is one. */
  | "entering"
  | "pulling"
  | "pushing"
  /** Nothing is left to do but to listen. */
  | "synced"
  /** Like synced, but a person has to choose. */
  | "conflict"
  /** There was no answer; it is tried again after a while. */
  | "offline"
  /** The server speaks another version of the protocol (426). */
  | "outdated"
  /** The token is not valid any more (401). */
  | "revoked";

export type ClientEvent =
  /** Begin, or begin again: at the start, to sign in, after a while offline, because a person asks. */
  | "enter"
  /** A session stands. */
  | "entered"
  /** There is no session. */
  | "turnedAway"
  /** Something may be new on the server. */
  | "told"
  /** Something is to be sent. */
  | "edited"
  | "pulled"
  /** All is sent. */
  | "pushed"
  /** All is sent but what is in conflict. */
  | "contradicted"
  /** No answer came, or none that helps. */
  | "lost"
  | "unauthorised"
  | "mismatched"
  /** Signed out. */
  | "left";

const stops = {
  lost: "offline",
  unauthorised: "revoked",
  mismatched: "outdated",
  left: "signedOut",
} as const;
const resting = { ...stops, enter: "entering", told: "pulling", edited: "pushing" } as const;

/** Which state follows which event; the compiler asks for every pair. */
export const clientStates: Readonly<Record<ClientState, Readonly<Record<ClientEvent, ClientState>>>> = {
  signedOut: {
    enter: "entering",
    entered: "signedOut",
    turnedAway: "signedOut",
    told: "signedOut",
    edited: "signedOut",
    pulled: "signedOut",
    pushed: "signedOut",
    contradicted: "signedOut",
    lost: "signedOut",
    unauthorised: "signedOut",
    mismatched: "signedOut",
    left: "signedOut",
  },
  entering: {
    ...stops,
    enter: "entering",
    entered: "pulling",
    turnedAway: "signedOut",
    told: "entering",
    edited: "entering",
    pulled: "entering",
    pushed: "entering",
    contradicted: "entering",
  },
  pulling: {
    ...stops,
    enter: "entering",
    entered: "pulling",
    turnedAway: "pulling",
    told: "pulling",
    edited: "pulling",
    pulled: "pushing",
    pushed: "pulling",
    contradicted: "pulling",
  },
  pushing: {
    ...stops,
    enter: "entering",
    entered: "pushing",
    turnedAway: "pushing",
    told: "pushing",
    edited: "pushing",
    pulled: "pushing",
    pushed: "synced",
    contradicted: "conflict",
  },
  synced: {
    ...resting,
    entered: "synced",
    turnedAway: "synced",
    pulled: "synced",
    pushed: "synced",
    contradicted: "conflict",
  },
  conflict: {
    ...resting,
    entered: "conflict",
    turnedAway: "conflict",
    pulled: "conflict",
    pushed: "synced",
    contradicted: "conflict",
  },
  offline: {
    ...stops,
    enter: "entering",
    entered: "offline",
    turnedAway: "offline",
    told: "offline",
    edited: "offline",
    pulled: "offline",
    pushed: "offline",
    contradicted: "offline",
  },
  outdated: {
    enter: "entering",
    entered: "outdated",
    turnedAway: "outdated",
    told: "outdated",
    edited: "outdated",
    pulled: "outdated",
    pushed: "outdated",
    contradicted: "outdated",
    lost: "outdated",
    unauthorised: "revoked",
    mismatched: "outdated",
    left: "signedOut",
  },
  revoked: {
    enter: "entering",
    entered: "revoked",
    turnedAway: "revoked",
    told: "revoked",
    edited: "revoked",
    pulled: "revoked",
    pushed: "revoked",
    contradicted: "revoked",
    lost: "revoked",
    unauthorised: "revoked",
    mismatched: "outdated",
    left: "signedOut",
  },
};
