/** Excel's points in a pixel at 100 %. */
export const POINTS_PER_PIXEL = 0.75;
