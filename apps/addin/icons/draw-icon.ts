import { png } from "./png.ts";

/** The sizes in pixels that the manifest names. */
export const ICON_SIZES = [16, 32, 64, 80, 128] as const;

const POINTS = 7;
const SAMPLES = 8;
const GROUND = [0xd8, 0x3b, 0x01] as const;
const STAR = [0xff, 0xff, 0xff] as const;

const OUTER = 0.43;
const INNER = 0.215;
const CENTRE_Y = 0.515;
const CORNER = 0.2;

/** Whether a place of the unit square lies in the seven-pointed star. */
function isInStar(x: number, y: number): boolean {
  const [dx, dy] = [x - 0.5, y - CENTRE_Y];
  const sector = Math.PI / POINTS;
  const turn = Math.atan2(dx, -dy);
  const folded = Math.abs((((turn % (2 * sector)) + 3 * sector) % (2 * sector)) - sector);
  const radius = Math.hypot(dx, dy);
  const [across, along] = [radius * Math.sin(folded), radius * Math.cos(folded)];
  const [innerX, innerY] = [INNER * Math.sin(sector), INNER * Math.cos(sector)];
  return across * (OUTER - innerY) <= innerX * (OUTER - along);
}

/** Whether a place of the unit square lies in the rounded ground. */
function isInGround(x: number, y: number): boolean {
  const dx = Math.max(CORNER - x, x - (1 - CORNER), 0);
  const dy = Math.max(CORNER - y, y - (1 - CORNER), 0);
  return Math.hypot(dx, dy) <= CORNER;
}

/** The product's icon, a white seven-pointed star on orange, as a PNG file. */
export function drawIcon(size: number): Buffer {
  const rgba = new Uint8Array(size * size * 4);
  for (let pixel = 0; pixel < size * size; pixel++) {
    let [ground, star] = [0, 0];
    for (let sample = 0; sample < SAMPLES * SAMPLES; sample++) {
      const x = ((pixel % size) + ((sample % SAMPLES) + 0.5) / SAMPLES) / size;
      const y = (Math.floor(pixel / size) + (Math.floor(sample / SAMPLES) + 0.5) / SAMPLES) / size;
      if (!isInGround(x, y)) continue;
      ground++;
      if (isInStar(x, y)) star++;
    }
    const share = ground === 0 ? 0 : star / ground;
    const colour = GROUND.map((value, index) => Math.round(value + ((STAR[index] ?? 0) - value) * share));
    rgba.set([...colour, Math.round((255 * ground) / (SAMPLES * SAMPLES))], pixel * 4);
  }
  return png(size, rgba);
}
