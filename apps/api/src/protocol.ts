/** The version of the sync protocol and the header that carries it (T15). */
export const PROTOCOL_HEADER = "Seven-Star-Protocol";
export const PROTOCOL_VERSION = "1";
