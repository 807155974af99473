// Generated from tyme4ts 1.5 by `pnpm generate`; do not edit.

/** The lunar year with which the table starts, and its first day as an Excel serial. */
export const FIRST_LUNAR_YEAR = 1949;
export const FIRST_LUNAR_DAY = 17927;

/** Four characters (base 36) a lunar year: leap month × 8192 + a bit for each month in order that has 30 days. */
export const LUNAR_YEARS =
  "1cfh0112023x0zvu014i02p10oqy02mi1gnp023b011y141h025101ci0s6d02w5018q0lg7023f1cgq012i0295107m028i02790tor02171inf00j1012l146h02p502oi0v1h02lh1wel021i00ja131x01cl02w911n602vm02li0l06021j1iom00nu01cl103t01ft01ar0tgr010r021n0guy012i1dn902as028910ur0239010t0re502451p62015e02p117pm02mi02hh0tgu011y02450gxe01ci14th01et018r0y3b02i301220l3q0295224y028i0279174b021700x70wnv014d02960i1e02oi1e0502lh021h0zot00xi014l0lnu02x51klu02vm02li13yu021j00ye0qmt01g501ft0lub01ar1cff010r021n0ztm012i02910tvu028a1jth0239010t14190245014a0rl102p102mi0olx02hi1d8u011y02450zw201ci02w50s3u01aj1h1z00x70123142e029601g20tut0285022z0gpn";

/** The first civil year whose solar terms are known. */
export const FIRST_TERM_YEAR = 1950;

/** The earliest day of the month on which each term falls, 小寒 to 冬至, one character (base 36) each. */
export const EARLIEST_TERM_DAYS = "4j3i4j4j4k4k6m6m6m7m6l6l";

/**
 * Solar terms come about three quarters of an hour earlier every four years, so that of the years of one leap cycle
 * the first ones see a term a day or two later than the last ones. Two characters for each term and year of the
 * cycle: how many of its years are later by a day at least, and by two (character code − 48).
 */
export const LATER_TERM_YEARS =
  "V9VAUIQ0R0V7U@H0I0Q0U8@0C0L0T2:0VAVIQ0U8VBVIQ1U9G0O060>0P0V8@0G0V>VEM0U5N0V7?0F0VCVJR4U;V:VAH0P2P2V9A0H0H0O180?0V>VEM0T6Q2V:A0H0VBVIQ2U9N0V6>0F0V7V?G0N0V;VCK0S2V;VCK0S2V8V@H0P0S1V9B0J0K0S190A0";
