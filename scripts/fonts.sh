#!/usr/bin/env bash
# Cuts the four files of public/fonts out of the published font, measures how wide its local stand-in
# has to be drawn, and takes the whole fonts of paper/fonts. The results are committed: run this only to
# change the letters.
# Needs npm, and Python 3.9 or newer with venv. What it fetches is gone when it ends.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/say.sh

font=@fontsource/golos-text@5.3.0
# The same as TTF, uncut: papers are given names in any alphabet the font has.
whole=@expo-google-fonts/golos-text@0.4.2
# What stands in while the files travel. Arimo has the widths of Arial and Liberation Sans.
stand_ins="@fontsource/arimo@5.3.0 @fontsource/roboto@5.3.0 dejavu-fonts-ttf@2.37.3"
# Russian letters and №; Basic Latin, NBSP, © « · », dashes, apostrophe, ellipsis.
cyrillic=U+0401,U+0410-044F,U+0451,U+2116
latin=U+0020-007E,U+00A0,U+00A9,U+00AB,U+00B7,U+00BB,U+2013,U+2014,U+2019,U+2026
# Figures of one width, kerning, and what joins letters to their marks.
features=tnum,pnum,kern,ccmp,mark

target=$PWD/public/fonts
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

say "fonts [1/3] tools and sources"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check fonttools==4.60.1 brotli==1.1.0
for package in $font $stand_ins; do
  name=$(basename "${package%@*}")
  archive=$(npm pack --silent --pack-destination "$work" "$package")
  mkdir "$work/$name"
  tar --extract --gzip --file "$work/$archive" --directory "$work/$name" --strip-components 1
done

say "fonts [2/3] cutting"
mkdir -p "$target"
cp "$work/golos-text/LICENSE" "$target/OFL.txt"
for weight in 400 600; do
  for subset in cyrillic latin; do
    "$work/venv/bin/pyftsubset" "$work/golos-text/files/golos-text-$subset-$weight-normal.woff2" \
      --unicodes="${!subset}" --layout-features="$features" --flavor=woff2 --desubroutinize \
      --no-hinting --output-file="$target/golos-$weight-$subset.woff2"
  done
done
wc -c "$target"/*.woff2
archive=$(npm pack --silent --pack-destination "$work" "$whole")
mkdir "$work/whole"
tar --extract --gzip --file "$work/$archive" --directory "$work/whole" --strip-components 1
cp "$work/whole/LICENSE_FONT" paper/fonts/OFL.txt
cp "$work/whole/400Regular/GolosText_400Regular.ttf" paper/fonts/golos-400.ttf
cp "$work/whole/600SemiBold/GolosText_600SemiBold.ttf" paper/fonts/golos-600.ttf

say "fonts [3/3] size-adjust of the stand-ins"
# Browsers take bold where a stand-in has no 600.
for weights in "400 400 DejaVuSans" "600 700 DejaVuSans-Bold"; do
  read -r own other dejavu <<<"$weights"
  start=$work/golos-text/files/golos-text
  of() {
    printf '%s at %s: ' "$1" "$own"
    shift
    "$work/venv/bin/python" scripts/fonts/measure.py "$start"-{cyrillic,latin}-"$own"-normal.woff2 : "$@"
  }
  of Arial "$work"/arimo/files/arimo-{cyrillic,latin}-"$other"-normal.woff2
  of Roboto "$work"/roboto/files/roboto-{cyrillic,latin}-"$other"-normal.woff2
  of "DejaVu Sans" "$work/dejavu-fonts-ttf/ttf/$dejavu.ttf"
done
