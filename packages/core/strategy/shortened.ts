const LONGEST = 20;

/** A user's word as a reason repeats it: the first 20 characters. */
export function shortened(text: string): string {
  const characters = [...text.slice(0, LONGEST * 2 + 1)];
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST).join("")}…` : text;
}

/** The first items of a list, and how many there are where there are more. */
export function shortList(items: Iterable<string>, most = 8): string {
  const all = [...items];
  return all.length > most ? `${all.slice(0, most).join("、")} 等 ${all.length} 项` : all.join("、");
}
