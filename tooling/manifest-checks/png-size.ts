/** The width and height in pixels that a PNG file states; undefined for anything else. */
export function pngSize(file: Uint8Array): { readonly width: number; readonly height: number } | undefined {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const isPng = file.length >= 24 && view.getUint32(0) === 0x89504e47 && view.getUint32(12) === 0x49484452;
  return isPng ? { width: view.getUint32(16), height: view.getUint32(20) } : undefined;
}
