/**
 * Whether a key belongs to the composition of a text, such as the Enter that takes the letters of a Chinese one.
 *
 * Safari tells of that key after the composition has ended, and then only by the code 229.
 */
export const isComposing = (event: {
  readonly keyCode: number;
  readonly isComposing?: boolean;
  readonly nativeEvent?: { readonly isComposing?: boolean };
}): boolean => event.isComposing === true || event.nativeEvent?.isComposing === true || event.keyCode === 229;
