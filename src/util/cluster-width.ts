import { eastAsianWidth } from 'get-east-asian-width';

/** How wide `“ ” — … · ①` are. */
export type Ambiguous = 'narrow' | 'wide';

/**
 * Width of what is seen as one character, in half Han characters, as terminals print it: that of its
 * first visible sign (UAX #11), 2 for an emoji, 0 for what prints nothing.
 */
export function clusterWidth(cluster: string, ambiguous: Ambiguous): number {
  const ambiguousAsWide = ambiguous === 'wide';
  const widthOf = (sign: string) => eastAsianWidth(sign.codePointAt(0)!, { ambiguousAsWide });
  if (PLAIN.test(cluster)) return widthOf(cluster);
  rareSigns ??= newRareSigns();
  const { visible, spacing } = rareSigns;
  if (!visible.test(cluster)) return 0;
  if (isEmoji(cluster, rareSigns)) return 2;
  const [first, ...others] = cluster.slice(cluster.search(visible));
  if (isJamo(first!)) {
    return jamoWidth([first!, ...others.filter((sign) => visible.test(sign))], widthOf);
  }
  const beside = others.filter((sign) => spacing.test(sign) || /[\uFF00-\uFFEF]/.test(sign));
  return [first!, ...beside].reduce((width, sign) => width + widthOf(sign), 0);
}

/** Single UTF-16 units that are visible, and never an emoji. */
const PLAIN =
  /^[\u0020-\u007E\u00A0-\u00AC\u00AE-\u02FF\u2010-\u2027\u2030-\u205E\u2100-\u22FF\u2460-\u257F\u3000-\u3029\u3030-\u3096\u309B-\u30FF\u3400-\u4DBF\u4E00-\u9FFF\uFF00-\uFF60\uFFE0-\uFFE6]$/;

type RareSigns = ReturnType<typeof newRareSigns>;
let rareSigns: RareSigns | undefined;

/** Made when the first rare sign is met: their tables take a tenth of a second. */
function newRareSigns() {
  return {
    visible: new RegExp(
      '[^\\p{Default_Ignorable_Code_Point}\\p{Control}\\p{Format}\\p{Nonspacing_Mark}\\p{Enclosing_Mark}\\p{Surrogate}]',
      'v',
    ),
    spacing: new RegExp('\\p{Spacing_Mark}', 'v'),
    emoji: new RegExp('^\\p{RGI_Emoji}$', 'v'),
    pictograph: new RegExp('\\p{Extended_Pictographic}', 'gu'),
  };
}

/** Real emoji are shorter than this. */
const LONGEST_EMOJI = 50;

/** An emoji, also one that lacks its variation selector: a keycap, pictures joined to one. */
function isEmoji(cluster: string, { emoji, pictograph }: RareSigns): boolean {
  if (emoji.test(cluster)) return true;
  if (cluster.length > LONGEST_EMOJI) return false;
  const isJoined = cluster.includes('\u200D') && (cluster.match(pictograph) ?? []).length >= 2;
  return isJoined || /^[\d#*]\u20E3$/.test(cluster);
}

const LEADING = /[\u1100-\u115F\uA960-\uA97C]/;
const VOWEL = /[\u1160-\u11A7\uD7B0-\uD7C6]/;
const TRAILING = /[\u11A8-\u11FF\uD7CB-\uD7FB]/;

function isJamo(sign: string): boolean {
  return LEADING.test(sign) || VOWEL.test(sign) || TRAILING.test(sign);
}

/** Korean letters join to syllables of width 2; those that do not stand side by side. */
function jamoWidth(signs: readonly string[], widthOf: (sign: string) => number): number {
  let width = 0;
  for (let at = 0; at < signs.length; at++) {
    const isSyllable = LEADING.test(signs[at]!) && VOWEL.test(signs[at + 1] ?? '');
    width += isSyllable ? 2 : widthOf(signs[at]!);
    if (isSyllable) at += TRAILING.test(signs[at + 2] ?? '') ? 2 : 1;
  }
  return width;
}
