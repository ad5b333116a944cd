#include "cn.h"

#include <langinfo.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>
#include <term.h>
#include <unistd.h>
#include <wchar.h>

void cn_cell(cchar_t *cell, uint32_t base, const uint32_t marks[4], uint32_t attributes, int pair) {
  memset(cell, 0, sizeof *cell);
  cell->attr = (attributes & ~A_COLOR) | (attr_t)COLOR_PAIR(pair > 255 ? 255 : pair);
  cell->chars[0] = (wchar_t)base;
  for (int i = 0; i < 4 && i + 1 < CCHARW_MAX; i++) cell->chars[i + 1] = (wchar_t)marks[i];
  cell->ext_color = pair;
}

int cn_width(uint32_t scalar) { return wcwidth((wchar_t)scalar); }

static int is_utf8(void) { return strcmp(nl_langinfo(CODESET), "UTF-8") == 0; }

int cn_use_utf8(void) {
  // Only the character set: the other categories would change how numbers are printed.
  setlocale(LC_CTYPE, "");
  if (is_utf8()) return 0;
  setlocale(LC_CTYPE, "C.UTF-8");
  return is_utf8() ? 0 : -1;
}

SCREEN *cn_start(const char *term) { return newterm(term, stdout, stdin); }

int cn_can_address_cursor(const char *term) {
  int error = 0;
  if (setupterm(term, STDOUT_FILENO, &error) != OK) return -1;
  const char *address = tigetstr("cup");
  int can = address != NULL && address != (const char *)-1;
  del_curterm(cur_term);
  return can;
}
