// Copies the fonts that PDF files embed from their packages into the build, with their licence.
import { copyFileSync, mkdirSync } from 'node:fs';

const packages = new URL('../node_modules/@expo-google-fonts/', import.meta.url);
const fonts = new URL('../dist/fonts/', import.meta.url);

mkdirSync(fonts, { recursive: true });
for (const [from, to] of [
  ['noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf', 'NotoSerifSC_400Regular.ttf'],
  ['noto-serif-sc/LICENSE_FONT', 'NotoSerifSC-OFL.txt'],
  ['noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf', 'NotoSansSC_700Bold.ttf'],
  ['noto-sans-sc/LICENSE_FONT', 'NotoSansSC-OFL.txt'],
]) {
  copyFileSync(new URL(from, packages), new URL(to, fonts));
}
