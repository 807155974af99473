/** The folder of the built Excel add-in. */
export const addinDist = new URL("../../apps/addin/dist/", import.meta.url);
