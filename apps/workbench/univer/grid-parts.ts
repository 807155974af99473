/** Where the ribbon and the sheets' tabs are found in the page. */
export const GRID_PARTS = {
  ribbon: '[data-u-comp="ribbon-toolbar"]',
  tabs: '[data-u-comp="slide-tab-bar"]',
} as const;
