# Sourced by setup.sh: poppler's tools, with which tests read and draw the papers.

command -v pdfinfo >/dev/null && command -v pdftotext >/dev/null && command -v pdftoppm >/dev/null ||
  install_packages poppler-utils
